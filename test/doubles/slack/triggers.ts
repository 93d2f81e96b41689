import { RefusedCall } from "./model.ts";

/** How long a trigger opens a view, in milliseconds. */
const triggerLifeMs = 3000;

/** The short-lived codes that let an app open a view. */
export interface Triggers {
  /** A new code for this person. */
  issue(user: string): string;
  /** @throws {RefusedCall} when the code is unknown, older than three seconds, or was used. @returns the person. */
  use(id: string): string;
}

/** `now` is in milliseconds; `nextId` numbers the codes. */
export function createTriggers(now: () => number, nextId: (prefix: string) => string): Triggers {
  const issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  return {
    issue(user) {
      const id = `${nextId("")}.${nextId("")}.trigger`;
      issued.set(id, { user, at: now(), used: false });
      return id;
    },
    use(id) {
      const trigger = issued.get(id);
      if (trigger === undefined) throw new RefusedCall("invalid_trigger_id");
      if (now() - trigger.at > triggerLifeMs) throw new RefusedCall("expired_trigger_id");
      if (trigger.used) throw new RefusedCall("exchanged_trigger_id");
      trigger.used = true;
      return trigger.user;
    },
  };
}
