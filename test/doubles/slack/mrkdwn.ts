/** A reference in a text that the service brings to life: it notifies people or can be followed. */
interface Live {
  /** As written: `<!channel>`, `@here`, `<@U1>`, `<#C1>`. */
  readonly mentions: readonly string[];
  readonly links: readonly LiveLink[];
}

/** A link a reader can follow. */
export interface LiveLink {
  readonly url: string;
  /** What the reader sees of it. */
  readonly label: string;
}

/** A text as a reader sees it. */
export interface Rendered extends Live {
  readonly text: string;
  /** The source without code and references: where `:names:` turn into pictures. */
  readonly prose: string;
}

/** How a text is to be read. */
export interface Parsing {
  /** Whether bare `@here`, `#general` and names come to life. */
  readonly names: boolean;
  /** Whether bare addresses become links. */
  readonly addresses: boolean;
  /** The names of the workspace's channels, for `#general`. */
  readonly channelNames: readonly string[];
}

const bareMention = /@(?:channel|here|everyone)\b/g;
const bareAddress =
  /\b(?:https?:\/\/[^\s<>|]+|www\.[^\s<>|]+|[\w.+-]+@[\w-]+\.[a-z]{2,}|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|se|io|dev|example)\b[^\s<>|]*)/gi;

/** The text with the three entities Slack knows decoded, once: what is still an entity after that is seen as one. */
function decode(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => (name === "amp" ? "&" : name === "lt" ? "<" : ">"));
}

function bare(text: string, parsing: Parsing, mentions: string[], links: LiveLink[]): void {
  if (parsing.names) {
    mentions.push(...(text.match(bareMention) ?? []));
    for (const name of parsing.channelNames) {
      if (new RegExp(`#${name}(?![\\w-])`).test(text)) mentions.push(`#${name}`);
    }
  }
  if (!parsing.addresses) return;
  for (const url of text.match(bareAddress) ?? []) links.push({ url: decode(url), label: decode(url) });
}

function token(inner: string, mentions: string[], links: LiveLink[]): string {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : inner.slice(bar + 1);
  const shown = decode(label ?? target);
  if (/^[@#!]/.test(target)) {
    if (target.startsWith("!date^")) return shown;
    mentions.push(`<${inner}>`);
    return label === undefined ? `@${target.slice(1)}` : shown;
  }
  if (!/^[a-z][\w+.-]*:|^[^\s]+\.[^\s]+$/i.test(target)) return `<${decode(inner)}>`;
  links.push({ url: decode(target), label: shown });
  return shown;
}

const opening = String.raw`(^|[\s([{"'“‘—–/-])`;
const closing = String.raw`(?=$|[\s.,!?;:)\]}"'”’—–/-])`;
const styles = ["*", "_", "~"].map((mark) => {
  const m = mark === "_" ? "_" : `\\${mark}`;
  return new RegExp(`${opening}${m}(?![\\s${m}])([^${m}\\n]*[^\\s${m}])${m}${closing}`, "gm");
});

/** Takes away the marks that a reader sees as bold, italic or struck through. */
function unstyle(text: string): string {
  return styles.reduce((rest, style) => rest.replace(style, "$1$2"), text).replace(/^(?:&gt;|>) ?/gm, "");
}

/** Reads `mrkdwn` as the service does: code kept, styles taken away, references listed, entities decoded once. */
export function renderMrkdwn(source: string, parsing: Parsing): Rendered {
  const mentions: string[] = [];
  const links: LiveLink[] = [];
  const held: string[] = [];
  const hold = (shown: string) => `\u0000${held.push(shown) - 1}\u0000`;
  const reference = (text: string) =>
    text.replace(/<([^<>\n]+)>/g, (_, inner: string) => hold(token(inner, mentions, links)));
  // references inside code are kept listed as alive: better a test too strict than a pinged channel
  const code = (text: string) => hold(decode(restore(reference(text), held)));
  const kept = source
    .replace(/```([\s\S]+?)```/g, (_, inner: string) => code(inner.replace(/^\n|\n$/g, "")))
    .replace(/`([^`\n]+)`/g, (_, inner: string) => code(inner));
  const rest = reference(kept);
  bare(rest, parsing, mentions, links);
  return { text: restore(decode(unstyle(rest)), held), mentions, links, prose: rest };
}

function restore(text: string, held: readonly string[]): string {
  let shown = text;
  // what was held may itself hold a reference, so from the last to the first
  for (let index = held.length - 1; index >= 0; index -= 1) {
    shown = shown.replaceAll(`\u0000${index}\u0000`, held[index] ?? "");
  }
  return shown;
}
