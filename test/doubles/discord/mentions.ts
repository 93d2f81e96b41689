import type { AllowedMentions } from "./checks/message.ts";
import { type Body, isBody } from "./form.ts";
import type { Channel, Message, Pings, User } from "./model.ts";
import { may } from "./permissions.ts";
import type { World } from "./world.ts";

/** Nobody. */
export const NO_PINGS: Pings = { everyone: false, users: [], roles: [] };

/** What decides whom a text notifies. */
export interface Speech {
  readonly author: User;
  readonly channel: Channel;
  readonly content: string;
  readonly components: readonly Body[];
  /** Undefined means that everything named is notified, as the service has it. */
  readonly allowed: AllowedMentions | undefined;
  readonly reference: Message | undefined;
}

/** Whom a new message notifies: those named in its text that `allowed_mentions` and the author's permissions let through. Embeds notify nobody. */
export function pingsOf(world: World, speech: Speech): Pings {
  const { author, channel, allowed } = speech;
  const text = withoutCode([speech.content, ...displayedTexts(speech.components)].join("\n"));
  const mayAll = may(channel, author, "MentionEveryone");
  const lets = (kind: "users" | "roles", id: string) =>
    allowed === undefined || allowed.parse.includes(kind) || allowed[kind].includes(id);
  const users = ids(text, /<@!?(\d+)>/g).flatMap((id) => world.users.get(id) ?? []);
  const roles = ids(text, /<@&(\d+)>/g).flatMap((id) => channel.guild?.roles.get(id) ?? []);
  const named = users.filter(({ id }) => lets("users", id));
  const repliedTo = speech.reference?.author;
  if (repliedTo !== undefined && (allowed?.repliedUser ?? true) && !named.includes(repliedTo)) {
    named.push(repliedTo);
  }
  return {
    users: named,
    roles: roles.filter((role) => lets("roles", role.id) && (role.mentionable || mayAll)),
    everyone: /@(everyone|here)\b/.test(text) && mayAll && (allowed?.parse.includes("everyone") ?? true),
  };
}

/** The texts of all text displays among components, nested ones included, in order. */
export function displayedTexts(components: readonly Body[]): readonly string[] {
  return components.flatMap((component) => [
    ...(component.type === 10 && typeof component.content === "string" ? [component.content] : []),
    ...displayedTexts(Array.isArray(component.components) ? component.components.filter(isBody) : []),
  ]);
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```|(`+)[^`][\s\S]*?\1/g, " ");
}

function ids(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}
