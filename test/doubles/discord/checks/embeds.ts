import type { Body, Form } from "../form.ts";

/** How much all embeds of a message may hold together: titles, descriptions, fields, footers and authors. */
const EMBEDS_TOTAL = 6000;

/** Checks the embeds of a message form and returns those the service keeps: of several with one url, the first. */
export function readEmbeds(form: Form): readonly Body[] {
  const embeds = form.list("embeds", { max: 10 });
  let total = 0;
  for (const embed of embeds) total += embedLength(embed);
  if (total > EMBEDS_TOTAL) {
    form.fail("embeds", "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${EMBEDS_TOTAL}`);
  }
  const urls = new Set<unknown>();
  return embeds
    .map((embed) => embed.body)
    .filter(({ url }) => url === undefined || url === null || (!urls.has(url) && urls.add(url)));
}

function embedLength(embed: Form): number {
  let length = embed.text("title", { max: 256 })?.length ?? 0;
  length += embed.text("description", { max: 4096 })?.length ?? 0;
  for (const field of embed.list("fields", { max: 25 })) {
    length += field.text("name", { min: 1, max: 256, required: true })?.length ?? 0;
    length += field.text("value", { min: 1, max: 1024, required: true })?.length ?? 0;
    field.flag("inline");
  }
  length += embed.one("footer")?.text("text", { max: 2048, required: true })?.length ?? 0;
  const author = embed.one("author");
  length += author?.text("name", { max: 256, required: true })?.length ?? 0;
  embed.whole("color", { min: 0, max: 0xffffff });
  readWebAddress(embed, "url");
  if (author !== undefined) readWebAddress(author, "url");
  const timestamp = embed.text("timestamp");
  if (timestamp !== undefined && Number.isNaN(Date.parse(timestamp))) {
    embed.fail("timestamp", "DATE_TIME_TYPE_PARSE", `Could not parse ${timestamp}. Should be ISO8601.`);
  }
  return length;
}

/** Checks that a field, if it is there, is an http(s) address. */
export function readWebAddress(form: Form, key: string, required = false): void {
  const url = form.text(key, { max: 2048, required });
  if (url === undefined) return;
  if (!URL.canParse(url)) form.fail(key, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
  else if (!["http:", "https:"].includes(new URL(url).protocol)) {
    const message = `Scheme "${new URL(url).protocol.slice(0, -1)}" is not supported. Scheme must be one of ('http', 'https').`;
    form.fail(key, "URL_TYPE_INVALID_SCHEME", message);
  }
}
