/** What Slack takes. Lengths are in UTF-16 units; where a figure was measured rather than documented, it says so. */

/** A message's top-level `text`: 40,000 are documented, refusals were seen from 4,000 on. */
export const MOST_TEXT = 3900;

/** Messages that one reply may become: a response_url takes five, and an apology has to fit, too. */
export const MOST_MESSAGES = 3;

/** Blocks of a message; a part of a reply becomes at most two, and the buttons are one. */
export const MOST_PARTS = 24;

/** One text within a block. */
export const MOST_BLOCK_TEXT = 3000;

/** Elements of a context block. */
export const MOST_CONTEXT = 10;

export const MOST_HEADER = 150;
export const MOST_BUTTON_LABEL = 75;
export const MOST_BUTTON_VALUE = 2000;
export const MOST_BUTTONS = 25;

/** A view's title. */
export const MOST_TITLE = 24;

/** What a person can read in a view: as much as in two messages, beside what Home says of privacy. */
export const MOST_VIEW_TEXT = 9000;

/** An address in a link; a longer one is shown and cannot be followed. */
export const MOST_URL = 2000;

/** Posts that a response_url takes, and for how long, in milliseconds; half a minute is left for the way there. */
export const RESPONSE_USES = 5;
export const RESPONSE_LIFE_MS = 29.5 * 60_000;

/** How long one call may take, in milliseconds. */
export const CALL_TIMEOUT_MS = 10_000;

/** How long a graceful stop may take, in milliseconds; most supervisors kill after 10 s. */
export const STOP_WITHIN_MS = 9000;
