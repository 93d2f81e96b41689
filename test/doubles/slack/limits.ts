import type { types } from "@slack/bolt";
import { charactersOf, markdownCharacters, messageCharacters, validateBlocks } from "./blocks.ts";
import { isJson, type Json, objectsOf, type Refusal, textOf } from "./model.ts";
import { idCharacters, plainText } from "./objects.ts";
import { anything, flag, may, must, oneOf, type Report, shape, words } from "./shape.ts";

/** Characters of a message's `text`: 40,000 are documented, refusals were seen from here on. */
const textCharacters = 4000;

/** Bytes of a message's `metadata.event_payload`. */
const metadataBytes = 8000;

function refusal(error: string, problems: readonly string[]): Refusal {
  return {
    error,
    extra: { errors: problems, response_metadata: { messages: problems.map((p) => `[ERROR] ${p}`) } },
  };
}

function metadataRefusal(metadata: unknown): Refusal | undefined {
  if (metadata === undefined) return undefined;
  const whole =
    isJson(metadata) && /^[\w.-]{1,255}$/.test(textOf(metadata.event_type)) && isJson(metadata.event_payload);
  if (!whole) return { error: "invalid_metadata_format" };
  const bytes = Buffer.byteLength(JSON.stringify(metadata.event_payload));
  return bytes > metadataBytes ? { error: "metadata_too_large" } : undefined;
}

/** Why the service would refuse to post this, or undefined if it would post it. */
export function messageRefusal(payload: Json): Refusal | undefined {
  const blocks = payload.blocks ?? [];
  const text = textOf(payload.text);
  if (text.trim() === "" && objectsOf(blocks).length === 0 && textOf(payload.markdown_text) === "") {
    return { error: "no_text" };
  }
  if (text.length > textCharacters) return { error: "msg_too_long" };
  if (!Array.isArray(blocks)) return { error: "invalid_blocks_format" };
  const markdown = objectsOf(blocks).filter((block) => block.type === "markdown");
  if (charactersOf(markdown) > markdownCharacters) return { error: "msg_too_long" };
  if (textOf(payload.markdown_text).length > markdownCharacters) return { error: "msg_too_long" };
  const problems = validateBlocks(blocks, "message");
  if (problems.length > 0) return refusal("invalid_blocks", problems);
  if (charactersOf(blocks) > messageCharacters) return { error: "msg_blocks_too_long" };
  return metadataRefusal(payload.metadata);
}

/**
 * Everything wrong with a message: what the service would refuse, and a missing `text`, which it would not refuse but
 * which is all that a screen reader or a notification has. Empty if nothing is wrong.
 */
export function validateMessage(payload: Json): string[] {
  const refused = messageRefusal(payload);
  const problems = refused === undefined ? [] : [refused.error, ...textsOf(refused.extra?.errors)];
  if (textOf(payload.text).trim() === "")
    problems.push("text is missing: screen readers have nothing to read");
  return problems;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

const shared = {
  blocks: must(anything),
  private_metadata: may(words(3000, 0)),
  callback_id: may(words(idCharacters, 0)),
  external_id: may(words(idCharacters, 0)),
};

const homeFields = shape<types.HomeView>({ ...shared, type: must(oneOf("home")) });
const modalFields = shape<types.ModalView>({
  ...shared,
  type: must(oneOf("modal")),
  title: must(plainText(24)),
  close: may(plainText(24)),
  submit: may(plainText(24)),
  clear_on_close: may(flag),
  notify_on_close: may(flag),
});

/** What the service would refuse in a modal or a Home tab; empty if nothing. */
export function validateView(view: unknown): string[] {
  if (!isJson(view)) return ["view must be an object"];
  const modal = view.type !== "home";
  const problems = validateBlocks(view.blocks, modal ? "modal" : "home");
  const report: Report = (problem, at) => problems.push(`${problem} [json-pointer:/view${at}]`);
  (modal ? modalFields : homeFields)(view, "", report);
  const hasInput = objectsOf(view.blocks).some((block) => block.type === "input");
  if (modal && hasInput && view.submit === undefined) {
    report("submit is required when an input block is within the blocks", "");
  }
  return problems;
}

/** Why the service would refuse to show this view, or undefined if it would show it. */
export function viewRefusal(view: unknown): Refusal | undefined {
  const problems = validateView(view);
  return problems.length === 0 ? undefined : refusal("invalid_arguments", problems);
}
