/** Bringing replies to whoever asked, in private or in a thread, so that nobody is answered twice or left in silence. */
import type { Reply } from "../../src/model.ts";
import { joinPost } from "../../src/reply/keys.ts";
import { notice } from "../../src/reply/notice.ts";
import type { Calls, Manner, Patience } from "./calls.ts";
import { CallFailed } from "./failure.ts";
import { RESPONSE_LIFE_MS, RESPONSE_USES } from "./limits.ts";
import { renderSlack, type SlackMessage } from "./render.ts";

/** How patient each kind of call is. */
export interface Timing {
  readonly answer: Patience;
  /** For what a person waits for with her finger on the button. */
  readonly press: Patience;
  /** For the one plain line that says that it went wrong: minutes, since it comes after much has failed. */
  readonly apology: Patience;
}

/** For the real service. */
export const TIMING: Timing = {
  answer: { attempts: 7, firstMs: 250, mostMs: 4000 },
  press: { attempts: 5, firstMs: 250, mostMs: 2000 },
  apology: { attempts: 60, firstMs: 1000, mostMs: 5000 },
};

/** Nothing in a message comes alive, and no address gets a preview. */
export const INERT = { unfurl_links: false, unfurl_media: false, parse: "none", link_names: false } as const;

/** Where someone asked, and who: kept for as long as the answer takes. */
export interface Whereabouts {
  readonly channel: string;
  readonly thread: string | undefined;
  readonly user: string;
}

/** A payload that can be answered in private. */
export interface Asking extends Whereabouts {
  readonly responseUrl: string;
  /** The message of a pressed button can be replaced; a command has none. */
  readonly onMessage: boolean;
}

/** How a reply goes out. */
export interface Showing {
  /** It takes the place of the message that the button is on. */
  readonly replaces?: boolean;
  readonly origin?: string;
}

/** Brings replies to people. Never throws a failure of Slack: it is logged by its code, and the person is told if that is possible. */
export interface Answers {
  /** Seen by whoever asked, alone. */
  inPrivate(asking: Asking, reply: Reply, showing?: Showing): Promise<void>;
  /** Posted by the bot: in a thread, or in a direct message. @returns the post's id; undefined if it is not known */
  inChannel(where: Whereabouts & { readonly direct: boolean }, reply: Reply): Promise<string | undefined>;
}

/** Answers through these calls. */
export function createAnswers(calls: Calls, timing: Timing): Answers {
  const ephemeral = ({ channel, thread, user }: Whereabouts, message: SlackMessage, patience: Patience) =>
    calls.web(
      "chat.postEphemeral",
      { ...INERT, channel, user, ...(thread && { thread_ts: thread }), ...message },
      { patience },
    );

  return {
    async inPrivate(asking, reply, { replaces = false, origin } = {}) {
      const budget = responseBudget(calls, asking);
      const messages = renderSlack(reply, { channel: asking.channel, origin });
      const send = async (message: SlackMessage, at: number) => {
        const replace = replaces && at === 0;
        const manner = { patience: timing.answer, repeatable: replace };
        const left = await attempt(() => budget.respond(message, replace, manner));
        // a spent or failing response_url is not the only way to her; what may have arrived is not sent again
        return left === undefined || left.kind === "unknown"
          ? left
          : attempt(() => ephemeral(asking, message, timing.press));
      };
      if (!(await sendAll(messages, send))) return;
      const sorry = apology(reply, asking.channel);
      await attempt(() => budget.respond(sorry, false, { patience: timing.apology }));
    },
    async inChannel({ channel, thread, user, direct }, reply) {
      const place = { ...INERT, channel, ...(thread && { thread_ts: thread }) };
      const ids: string[] = [];
      const post = (message: SlackMessage, patience: Patience) =>
        attempt(async () => {
          const posted = await calls.web("chat.postMessage", { ...place, ...message }, { patience });
          if ("ts" in posted && typeof posted.ts === "string") ids.push(posted.ts);
        });
      if (!(await sendAll(renderSlack(reply, { channel }), (message) => post(message, timing.answer))))
        return joinPost(ids) || undefined;
      const sorry = apology(reply, channel);
      if (direct) await post(sorry, timing.apology);
      else await attempt(() => ephemeral({ channel, thread, user }, sorry, timing.apology));
      return undefined;
    },
  };
}

/** Sends in order; whether the person has to be told that something is missing. What may have arrived counts as arrived. */
async function sendAll(
  messages: readonly SlackMessage[],
  send: (message: SlackMessage, at: number) => Promise<CallFailed | undefined>,
): Promise<boolean> {
  for (const [at, message] of messages.entries()) {
    const failure = await send(message, at);
    if (failure !== undefined && failure.kind !== "unknown") return failure.kind === "not-done";
  }
  return false;
}

/** A call's failure as a value. */
async function attempt(call: () => Promise<unknown>): Promise<CallFailed | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    if (error instanceof CallFailed) return error;
    throw error;
  }
}

const apology = ({ language }: Reply, channel: string): SlackMessage => {
  const [message = { text: "", blocks: [] }] = renderSlack(
    notice(language, (words) => words.apology),
    { channel },
  );
  return message;
};

/** A response_url takes five posts in half an hour; a sixth is never tried. */
function responseBudget(calls: Calls, { responseUrl, thread, onMessage }: Asking) {
  const until = performance.now() + RESPONSE_LIFE_MS;
  let uses = 0;
  return {
    async respond(message: SlackMessage, replace: boolean, manner: Manner): Promise<void> {
      if (uses >= RESPONSE_USES || performance.now() > until)
        throw new CallFailed("not-done", "response_url_spent");
      const payload = {
        ...INERT,
        response_type: "ephemeral",
        // left out, a response to a button would replace the message it is on
        ...(onMessage && { replace_original: replace }),
        ...(thread && { thread_ts: thread }),
        ...message,
      };
      uses += 1;
      try {
        await calls.respond(responseUrl, payload, manner);
      } catch (error) {
        if (error instanceof CallFailed && error.kind === "not-done") uses -= 1;
        throw error;
      }
    },
  };
}
