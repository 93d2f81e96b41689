/** Text as Slack's `mrkdwn` has to have it, so that a reader sees what was written and nothing comes alive. */

/** Takes no place on the screen, and keeps a mark from being one. Slack takes it for white space. */
const STOP = "\ufeff";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Without control characters and without marks that turn the direction of what follows. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");
}

/** Three characters that Slack reads as markup of its own. */
function entities(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
}

/**
 * Plain text for `mrkdwn`: no mention, link, emoji, style, quote or code comes of it. A backtick has no inert form there and becomes the
 * sign that looks like it.
 */
export function inert(text: string): string {
  const still = clean(text)
    .replace(/`/g, "\u02cb")
    .replace(/^(?=>)/gm, STOP)
    .replace(/(?<![\p{L}\p{N}])([*_~])(?=\S)/gu, `$1${STOP}`)
    .replace(/:(?=[\w+'-]+:)/g, `:${STOP}`);
  return entities(still);
}

/** A link's address, so that nothing in it ends the link. */
export function address(url: string): string {
  return entities(url.replace(/[<>|\s"`]/g, (sign) => encodeURIComponent(sign)));
}

/** A link's address to be written out as text: a mark in it is encoded, since what keeps a mark from being one would lead elsewhere. */
export function writtenAddress(url: string): string {
  const marks = /(?<![\p{L}\p{N}])[*_~]|:(?=[\w+'-]+:)|`/gu;
  return url.replace(marks, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
