import { messageRefusal } from "./limits.ts";
import { isTrue, type Json, type Message, RefusedCall, textOf } from "./model.ts";
import type { Workspace } from "./workspace.ts";

/** Posts one response_url takes, and for how long, in milliseconds. */
const responseUses = 5;
const responseLifeMs = 30 * 60_000;

/** What a response_url belongs to. */
interface ResponseSource {
  readonly user: string;
  readonly channel: string;
  /** The message whose button was pressed; undefined for commands and shortcuts, which have nothing to replace. */
  readonly message: Message | undefined;
}

/** The response_urls handed out. */
export interface Responses {
  /** A new address. */
  issue(source: ResponseSource): string;
  /**
   * Carries out one post to an address.
   * @throws {RefusedCall} `used_url` after five posts, `expired_url` after half an hour, or what is wrong with the post.
   */
  use(id: string, payload: Json): Json;
  /** What the service took, though its author hardly meant it. */
  readonly warnings: readonly string[];
}

interface Issued {
  readonly source: ResponseSource;
  readonly at: number;
  uses: number;
}

/** `origin` begins every address; `now` is in milliseconds. */
export function createResponses(workspace: Workspace, now: () => number, origin: () => string): Responses {
  const issued = new Map<string, Issued>();
  const warnings: string[] = [];

  function replaces(source: ResponseSource, payload: Json): Message | undefined {
    if (source.message === undefined) {
      if (payload.replace_original !== undefined)
        warnings.push("replace_original does nothing for a command");
      return undefined;
    }
    if (payload.replace_original === undefined) {
      warnings.push("a response to a button without replace_original replaces the message");
      return source.message;
    }
    return isTrue(payload.replace_original) ? source.message : undefined;
  }

  function carryOut(source: ResponseSource, payload: Json): void {
    if (isTrue(payload.delete_original)) {
      if (source.message !== undefined) workspace.remove(source.message);
      if (payload.text === undefined && payload.blocks === undefined) return;
    }
    const refused = messageRefusal(payload);
    if (refused !== undefined) throw new RefusedCall(refused.error, refused.extra);
    const original = isTrue(payload.delete_original) ? undefined : replaces(source, payload);
    if (original === undefined) postAnew(source, payload);
    else workspace.change(original, payload);
  }

  function postAnew(source: ResponseSource, payload: Json): void {
    const open = payload.response_type === "in_channel";
    workspace.post({
      channel: source.channel,
      user: workspace.identity.botUserId,
      payload,
      threadTs: textOf(payload.thread_ts) || undefined,
      viewer: open ? undefined : source.user,
      // the service shows whose command or press a public response answers
      shows: open ? source.user : undefined,
    });
  }

  return {
    warnings,
    issue(source) {
      const id = workspace.nextId("R");
      issued.set(id, { source, at: now(), uses: 0 });
      return `${origin()}/response/${id}`;
    },
    use(id, payload) {
      const entry = issued.get(id);
      if (entry === undefined) throw new RefusedCall("no_service");
      if (now() - entry.at > responseLifeMs) throw new RefusedCall("expired_url");
      if (entry.uses >= responseUses) throw new RefusedCall("used_url");
      entry.uses += 1;
      carryOut(entry.source, payload);
      return {};
    },
  };
}
