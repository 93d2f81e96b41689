import { MessageFlags } from "discord.js";
import { type Body, Form } from "../form.ts";
import { refuse } from "../refusal.ts";
import { readComponents } from "./components.ts";
import { readEmbeds } from "./embeds.ts";

/** Where a message is sent to, which decides what may be in it. */
export type Way = "channel" | "interaction";

/** What a checked message says, with the service's own clean-up done. Absent fields are undefined. */
export interface Draft {
  readonly content: string | undefined;
  readonly embeds: readonly Body[] | undefined;
  readonly components: readonly Body[] | undefined;
  readonly flags: number;
  readonly allowedMentions: AllowedMentions | undefined;
  readonly nonce: string | number | undefined;
  readonly enforceNonce: boolean;
  /** The id of the message it replies to. */
  readonly reference: string | undefined;
  /** True if it may be sent though that message is gone. */
  readonly referenceMayBeGone: boolean;
}

/** Who of those named may be notified. */
export interface AllowedMentions {
  readonly parse: readonly string[];
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly repliedUser: boolean;
}

const SETTABLE = {
  channel: MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2,
  interaction:
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsComponentsV2 |
    MessageFlags.Ephemeral,
};

/**
 * Reads a new message, or an edit of one that has `before` as flags. Flags the sender may not set are dropped, as the service does.
 * @throws {Refusal} if a limit or a shape is not kept
 */
export function readMessage(form: Form, way: Way, before = 0): Draft {
  const flags = (form.whole("flags", { min: 0 }) ?? 0) & SETTABLE[way];
  const version = ((flags | before) & MessageFlags.IsComponentsV2) === 0 ? 1 : 2;
  const content = form.text("content", { max: 2000 })?.trim();
  const embeds = readEmbeds(form);
  readComponents(form, version);
  if (version === 2) refuseLegacyFields(form);
  const reference = form.one("message_reference");
  const referenceId = reference?.text("message_id", { required: true });
  const draft: Draft = {
    content: "content" in form.body ? (content ?? "") : undefined,
    embeds: "embeds" in form.body ? embeds : undefined,
    components: "components" in form.body ? form.list("components").map(({ body }) => body) : undefined,
    flags,
    allowedMentions: readAllowedMentions(form),
    nonce: readNonce(form),
    enforceNonce: form.flag("enforce_nonce") ?? false,
    reference: referenceId,
    referenceMayBeGone: reference?.flag("fail_if_not_exists") === false,
  };
  form.flag("tts");
  form.done();
  return draft;
}

/** The draft of a deferred answer, of which only the ephemeral flag counts. */
export function readDeferral(form: Form | undefined): Draft {
  const flags = (form?.whole("flags", { min: 0 }) ?? 0) & MessageFlags.Ephemeral;
  form?.done();
  return { ...readMessage(Form.of({}), "interaction"), flags };
}

/**
 * Checks that something is left to be seen.
 * @throws {Refusal} (50006) if not
 */
export function refuseEmpty(
  { content, embeds, components }: Pick<Draft, "content" | "embeds" | "components">,
  files: number,
): void {
  const seen = (embeds ?? []).some((embed) => Object.values(embed).some(hasSubstance));
  if (!content && !seen && files === 0 && (components ?? []).length === 0) throw refuse.emptyMessage();
}

function hasSubstance(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== "";
}

function refuseLegacyFields(form: Form): void {
  for (const key of ["content", "embeds", "poll", "stickers"]) {
    const value = form.body[key];
    if (!hasSubstance(value)) continue;
    const message = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    form.fail(key, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message);
  }
}

function readNonce(form: Form): string | number | undefined {
  const nonce = form.body.nonce;
  if (typeof nonce === "number") return nonce;
  return form.text("nonce", { max: 25 });
}

function readAllowedMentions(form: Form): AllowedMentions | undefined {
  const allowed = form.one("allowed_mentions");
  if (allowed === undefined) return undefined;
  const parse = allowed.texts("parse");
  for (const kind of parse) {
    if (!["roles", "users", "everyone"].includes(kind)) {
      allowed.fail("parse", "BASE_TYPE_CHOICES", "Value must be one of ('roles', 'users', 'everyone').");
    }
  }
  const users = allowed.texts("users", { max: 100 });
  const roles = allowed.texts("roles", { max: 100 });
  for (const [kind, ids] of Object.entries({ users, roles })) {
    if (!parse.includes(kind) || ids.length === 0) continue;
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    form.fail("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
  }
  return { parse, users, roles, repliedUser: allowed.flag("replied_user") ?? false };
}
