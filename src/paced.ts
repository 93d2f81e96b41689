/** Answers to one person, no faster than anyone reads. */
import type { Language, Pressed, Reply } from "./model.ts";
import { createPace, type PaceLimits } from "./pace.ts";
import { notice } from "./reply/notice.ts";

/** What one person may ask and press: more than anyone reads. */
const PERSON: PaceLimits = { burst: 30, perMinute: 30 };

/** Who asks: by any name the platform has, which stays in memory, and with the language to refuse in. */
export interface Asker {
  readonly who: string;
  readonly locale: Language | undefined;
}

/** Gives the answer, or says that it was too much at once. */
export interface Paced {
  reply(asker: Asker, answer: () => Promise<Reply>): Promise<Reply>;
  press(asker: Asker, press: () => Promise<Pressed>): Promise<Pressed>;
}

/** A pace of its own. `nowMs` only has to grow. */
export function createPaced(nowMs: () => number): Paced {
  const { allows } = createPace(PERSON);
  const busy = (locale: Language | undefined) => notice(locale, (words) => words.busy);
  return {
    reply: async ({ who, locale }, answer) => (allows(who, nowMs()) ? answer() : busy(locale)),
    press: async ({ who, locale }, press) =>
      allows(who, nowMs()) ? press() : { reply: busy(locale), replaces: false },
  };
}
