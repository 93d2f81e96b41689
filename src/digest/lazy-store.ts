/** A store that is opened by the first who needs it. */
import type { DigestStore } from "./ports.ts";

/** What the digest command needs of the store that `open` gives; it is opened once, and again only if that failed. */
export function lazyStore(open: () => Promise<DigestStore>): Pick<DigestStore, "subscriptions" | "history"> {
  return {
    subscriptions: {
      add: async (...of) => (await open()).subscriptions.add(...of),
      list: async (...of) => (await open()).subscriptions.list(...of),
      pause: async (...of) => (await open()).subscriptions.pause(...of),
      resume: async (...of) => (await open()).subscriptions.resume(...of),
      remove: async (...of) => (await open()).subscriptions.remove(...of),
    },
    history: {
      troubles: async (...of) => (await open()).history.troubles(...of),
      edition: async (...of) => (await open()).history.edition(...of),
    },
  };
}
