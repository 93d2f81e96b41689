import type { types } from "@slack/bolt";
import {
  address,
  anything,
  byType,
  type Check,
  flag,
  list,
  may,
  must,
  oneOf,
  shape,
  unmodelled,
  words,
} from "./shape.ts";

const type = must(anything);

const style = may(
  shape<NonNullable<types.RichTextText["style"]>>({
    bold: may(flag),
    code: may(flag),
    italic: may(flag),
    strike: may(flag),
    underline: may(flag),
  }),
);

const inline: Readonly<Record<types.RichTextElement["type"], Check>> = {
  text: shape<types.RichTextText>({ type, text: must(words(3000)), style }),
  link: shape<types.RichTextLink>({
    type,
    url: must(address()),
    text: may(words(3000)),
    unsafe: may(flag),
    style,
  }),
  user: shape<types.RichTextUserMention>({ type, user_id: must(words(40)), style }),
  usergroup: shape<types.RichTextUsergroupMention>({ type, usergroup_id: must(words(40)), style }),
  channel: shape<types.RichTextChannelMention>({ type, channel_id: must(words(40)), style }),
  broadcast: shape<types.RichTextBroadcastMention>({
    type,
    range: must(oneOf("here", "channel", "everyone")),
    style,
  }),
  emoji: shape<types.RichTextEmoji>({
    type,
    name: must(words(100)),
    unicode: may(words(100)),
    url: may(address()),
    style,
  }),
  color: unmodelled("color"),
  date: unmodelled("date"),
  team: unmodelled("team"),
};

const line = list(byType(inline), 1000, 0);
const border = may(oneOf(0, 1));
const section = shape<types.RichTextSection>({ type, elements: must(line) });

/** One check for every element of a `rich_text` block. */
export const richTextElements: Readonly<Record<types.RichTextBlockElement["type"], Check>> = {
  rich_text_section: section,
  rich_text_list: shape<types.RichTextList>({
    type,
    elements: must(list(section, 500)),
    style: must(oneOf("bullet", "ordered")),
    indent: may(oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8)),
    border,
  }),
  rich_text_quote: shape<types.RichTextQuote>({ type, elements: must(line), border }),
  rich_text_preformatted: shape<types.RichTextPreformatted>({ type, elements: must(line), border }),
};
