/** Tokens do not belong into what is written down, wherever they come from. */

/** Slack's tokens and Discord's, by their shapes. */
const TOKENS = /xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g;

/** The text with every token replaced. */
export const redact = (text: string): string => text.replace(TOKENS, "[token]");
