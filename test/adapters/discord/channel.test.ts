import { expect, test } from "vitest";
import type { Calls } from "../../../adapters/discord/calls.ts";
import { createChannels } from "../../../adapters/discord/channel.ts";
import type { Reply } from "../../../src/model.ts";
import { line } from "../../../src/reply/inline.ts";

/** Calls of a Discord whose replies are lost from the second message on, as long as it is `away`. Nothing else may be asked of it. */
function discord() {
  const nonces: string[] = [];
  const removed: string[] = [];
  const state = { away: true };
  const unexpected = () => Promise.reject(new Error("not asked for here"));
  const calls: Calls = {
    respond: unexpected,
    edit: unexpected,
    follow: unexpected,
    change: unexpected,
    remove: async (_, message) => void removed.push(message),
    async post({ nonce }) {
      nonces.push(nonce);
      if (state.away && nonces.length > 1) throw new Error("the reply was lost");
      return String(nonces.length);
    },
  };
  return { calls, nonces, removed, state };
}

const long: Reply = {
  audience: "channel",
  language: "en",
  blocks: Array.from({ length: 30 }, (_, at) => ({
    kind: "paragraph",
    text: line`${at} ${"word ".repeat(60)}`,
  })),
  actions: [],
};

test("a post of which a later message may be there is completed under its nonces, and nothing of it removed", async () => {
  const { calls, nonces, removed, state } = discord();
  const channel = createChannels(calls)({ channel: "1", key: "2" });
  await expect(channel.post(long)).rejects.toMatchObject({ effect: "unknown" });
  const tried = [...nonces];
  state.away = false;
  await channel.post(long);
  expect(removed).toEqual([]);
  expect(nonces.slice(tried.length).slice(0, tried.length)).toEqual(tried);
});
