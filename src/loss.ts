/** Notices that what is kept was taken away under the running bot, and tells of it as long as something can be done. */
import type { Upkeep } from "./digest/ports.ts";
import type { Log } from "./ports.ts";
import { wordingFor } from "./reply/wording/tables.ts";

/** What is known of it. */
export interface LossWatch {
  /** To be called every minute. */
  look(): Promise<void>;
  /** What is wrong and what to do, in one line for the operator; undefined if all is in its place. */
  trouble(): string | undefined;
}

/** Whom it is told to, each once. */
export interface LossNeeds {
  readonly upkeep: Pick<Upkeep, "isInPlace">;
  readonly log: Log;
  /** One line for the operator. */
  say(line: string): void;
  /** One line for the librarians. @returns whether it arrived; what did not is told the next time */
  tellStaff(line: string): Promise<boolean>;
}

/** All is in its place at first. */
export function createLossWatch({ upkeep, log, say, tellStaff }: LossNeeds): LossWatch {
  const line = () => wordingFor("en").staff.lost;
  let lost = false;
  let told = false;
  return {
    async look() {
      const before = lost;
      lost = !(await upkeep.isInPlace());
      if (lost !== before) log(lost ? "store-lost" : "store-back");
      if (lost && !before) say(line());
      told = lost && (told || (await tellStaff(line())));
    },
    trouble: () => (lost ? line() : undefined),
  };
}
