/** What Discord takes, each with its unit and where its documentation says so. */

/** A message's `content`, in UTF-16 units. Source: resources/message. */
export const CONTENT = 2000;

/** All text displays of one message together, in UTF-16 units. Source: components/reference. */
export const DISPLAYED_TEXT = 4000;

/** Messages that one reply may take where all read it: an answer is no flood. Ours. */
export const MESSAGES_FOR_ALL = 2;

/** Messages that one reply may take for its asker alone. Ours. */
export const MESSAGES_FOR_ASKER = 4;

/** Buttons in a row. Source: components/reference. */
export const BUTTONS_A_ROW = 5;

/** A button's label, in UTF-16 units. Source: components/reference. */
export const BUTTON_LABEL = 80;

/** What a button carries, in UTF-16 units. Source: components/reference. */
export const CUSTOM_ID = 100;

/** The title of a form, and the label of its box, in UTF-16 units. Source: components/reference. */
export const FORM_TITLE = 45;

/** A box of a form, in UTF-16 units. Source: components/reference. */
export const FORM_TEXT = 4000;

/** Completions at once, and the length of one's name and value, in UTF-16 units. Source: interactions/application-commands. */
export const CHOICES = 25;
export const CHOICE_TEXT = 100;

/** A command's or an option's description, in UTF-16 units. Source: interactions/application-commands. */
export const DESCRIPTION = 100;

/** A web address that is linked, in UTF-16 units; a longer one would crowd out what it is the source of. Ours. */
export const LINK = 1000;

/** How long an interaction's token works, in milliseconds. Source: interactions/receiving-and-responding. */
export const TOKEN_LIFE_MS = 15 * 60_000;

/** The longest nonce, in UTF-16 units, and how long it is surely remembered, in milliseconds ("a few minutes"). Source: resources/message. */
export const NONCE_LENGTH = 25;
export const NONCE_MS = 2 * 60_000;
