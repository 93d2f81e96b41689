/** What people type, as Slack hands it over, turned back into what they meant to ask. */

/** Text of an event: references to people and groups are left out, links become what is shown of them, entities their signs. */
export function typedText(text: string): string {
  const plain = text.replace(/<([^<>]*)>/g, (_, inner: string) => referenceText(inner));
  return plainEntities(plain)
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

/** The three entities that Slack writes, decoded once. */
function plainEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => (name === "amp" ? "&" : name === "lt" ? "<" : ">"));
}

function referenceText(inner: string): string {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? "" : inner.slice(bar + 1);
  // a person is nothing that sources are searched for, and nothing to pass on
  if (/^[@!]/.test(target)) return target.startsWith("!date^") ? label : " ";
  if (target.startsWith("#")) return label === "" ? " " : `#${label}`;
  return label || target;
}
