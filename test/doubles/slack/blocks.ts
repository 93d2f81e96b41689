import type { types } from "@slack/bolt";
import { actionElements, actionIds, contextActionElements, image, inputElements } from "./elements.ts";
import { isJson, objectsOf, textOf } from "./model.ts";
import { eitherText, idCharacters, plainText } from "./objects.ts";
import { richTextElements } from "./rich-text.ts";
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

/** Where blocks are shown: some exist in one place only. */
export type Surface = "message" | "modal" | "home";

/** Blocks in one message, and in one modal or Home tab. */
const blocksPerSurface: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/** Characters of a markdown block, and of all of them in one message together. */
export const markdownCharacters = 12_000;

/** Characters of all text in a message's blocks; undocumented, seen at about this size. */
export const messageCharacters = 13_200;

const type = must(anything);
const blockId = may(words(idCharacters));

const section = shape<types.SectionBlock>(
  {
    type,
    block_id: blockId,
    text: may(eitherText(3000)),
    fields: may(list(eitherText(2000), 10)),
    accessory: may(byType({ ...actionElements, image })),
    expand: may(flag),
  },
  (block, at, report) => {
    if (isJson(block) && block.text === undefined && block.fields === undefined) {
      report("missing required field: text", at);
    }
  },
);

const imageBlock = shape<{
  type: "image";
  block_id?: string;
  image_url: string;
  alt_text: string;
  title?: types.PlainTextElement;
}>({
  type,
  block_id: blockId,
  image_url: must(address()),
  alt_text: must(words(2000)),
  title: may(plainText(2000)),
});

const input = shape<types.InputBlock>({
  type,
  block_id: blockId,
  label: must(plainText(2000)),
  hint: may(plainText(2000)),
  optional: may(flag),
  element: must(byType(inputElements)),
  dispatch_action: may(flag),
});

const richText = shape<types.RichTextBlock>({
  type,
  block_id: blockId,
  elements: must(list(byType(richTextElements), 500)),
});

const cell = byType({
  rich_text: richText,
  raw_text: shape<types.RawTextElement>({ type, text: must(words(3000)) }),
});

const table = shape<types.TableBlock>({
  type,
  block_id: blockId,
  rows: must(list(list(cell, 20), 100)),
  column_settings: may(
    list(
      shape<{ align?: string; is_wrapped?: boolean }>({
        align: may(oneOf("left", "center", "right")),
        is_wrapped: may(flag),
      }),
      20,
    ),
  ),
});

const blocks: Readonly<Record<types.KnownBlock["type"], Check>> = {
  actions: shape<types.ActionsBlock>({
    type,
    block_id: blockId,
    elements: must(list(byType(actionElements), 25)),
  }),
  context: shape<types.ContextBlock>({
    type,
    block_id: blockId,
    elements: must(list(byType({ image, plain_text: eitherText(3000), mrkdwn: eitherText(3000) }), 10)),
  }),
  context_actions: shape<types.ContextActionsBlock>({
    type,
    block_id: blockId,
    elements: must(list(byType(contextActionElements), 5)),
  }),
  divider: shape<types.DividerBlock>({ type, block_id: blockId }),
  header: shape<types.HeaderBlock>({ type, block_id: blockId, text: must(plainText(150)) }),
  image: imageBlock,
  input,
  markdown: shape<types.MarkdownBlock>({ type, block_id: blockId, text: must(words(markdownCharacters)) }),
  rich_text: richText,
  section,
  table,
  alert: unmodelled("alert"),
  card: unmodelled("card"),
  carousel: unmodelled("carousel"),
  container: unmodelled("container"),
  data_table: unmodelled("data_table"),
  file: (_, at, report) => report("a file block cannot be posted by an app", at),
  plan: unmodelled("plan"),
  task_card: unmodelled("task_card"),
  video: unmodelled("video"),
};

const messageOnly: ReadonlySet<string> = new Set(["markdown", "context_actions", "table"]);

function reportTwins(
  ids: readonly string[],
  name: string,
  at: string,
  report: (p: string, at: string) => void,
) {
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index) report(`${name} "${id}" already exists`, at);
  }
}

/** What the service would refuse in an array of blocks, each worded as it words it; empty if nothing. */
export function validateBlocks(value: unknown, surface: Surface): string[] {
  const problems: string[] = [];
  const report = (problem: string, at: string) => problems.push(`${problem} [json-pointer:${at}]`);
  list(byType(blocks), blocksPerSurface[surface], surface === "message" ? 0 : 1)(value, "/blocks", report);
  const found = objectsOf(value);
  reportTwins(
    found.map((block) => textOf(block.block_id)).filter((id) => id !== ""),
    "block_id",
    "/blocks",
    report,
  );
  for (const [index, block] of found.entries()) {
    const at = `/blocks/${index}`;
    reportTwins(actionIds(block), "action_id", at, report);
    if (surface !== "message" && messageOnly.has(textOf(block.type))) {
      report(`${textOf(block.type)} is only for messages`, at);
    }
  }
  return problems;
}

/** Characters of every text a person could read in the blocks. */
export function charactersOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + charactersOf(item), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce((sum, [key, child]) => {
    const read = typeof child === "string" && (key === "text" || key === "alt_text");
    return sum + (read ? child.length : charactersOf(child));
  }, 0);
}
