/** What people write, as Discord hands it over, turned back into what they meant to ask. */
import { ComponentType, type Embed, type Message, type TopLevelComponent } from "discord.js";

/** Mentions, custom emoji, dates, commands and places of a server, as Discord writes them in a text. */
const MARKS = /<(?:(?:@[!&]?|#|a?:\w+:|t:)-?\d+(?::\w)?|\/[^<>:\n]{1,100}:\d+|id:\w+)>/g;

/** A link that shows other words than its address; the address may hold pairs of brackets. */
const MASKED = /\[([^[\]]+)\]\(<?https?:\/\/[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*>?\)/g;

const ADDRESSES = /<?https?:\/\/\S+/g;

/** A text without what stands in it for a person, a place or a picture: nothing that sources are searched for. */
export const withoutMarks = (text: string): string => text.replace(MARKS, " ").trim();

/** The words of a message; links are what is shown of them. */
export const typedText = (text: string): string => withoutMarks(text.replace(MASKED, "$1"));

type Written = Pick<Message, "content" | "embeds" | "components">;

/** What a message of anyone's says: its own words, and where it has none those of its embeds. */
export function wordsOf(message: Message): string {
  // a forwarded message has its text in what it forwards
  const all: readonly Partial<Written>[] = [message, ...message.messageSnapshots.values()];
  const own = all.flatMap(({ content = "", components = [] }) => [content, ...displayed(components)]);
  const text = typedText(lines(own));
  if (text.replace(ADDRESSES, "").trim() !== "") return text;
  return typedText(lines([text, ...all.flatMap(({ embeds = [] }) => embeds.flatMap(embedded))]));
}

const lines = (texts: readonly string[]) => texts.filter(Boolean).join("\n");

/** The texts of the newer kind of message, in order. */
const displayed = (components: readonly TopLevelComponent[]): readonly string[] =>
  components.flatMap((each) => {
    if (each.type === ComponentType.TextDisplay) return [each.content];
    if (each.type === ComponentType.Section) return each.components.map(({ content }) => content);
    return each.type === ComponentType.Container ? displayed(each.components) : [];
  });

const embedded = ({ title, description, fields }: Embed): readonly string[] => [
  title ?? "",
  description ?? "",
  ...fields.map(({ name, value }) => `${name}: ${value}`),
];
