/** Lets tests wait for something to have happened, without a fixed sleep. */
export interface Changes {
  /** Called after everything that may make a waiting condition true. */
  notify(): void;
  /**
   * Resolves when the condition holds.
   * @throws {Error} when it does not hold within the deadline; the message says what was waited for
   */
  until(condition: () => boolean | Promise<boolean>, options?: WaitOptions): Promise<void>;
}

/** How long to wait, and what to say if it was in vain. */
export interface WaitOptions {
  /** Real milliseconds; 5,000 unless told. */
  readonly deadlineMs?: number;
  /** Ends the sentence "waited … ms in vain for". */
  readonly what?: string;
}

/** How often a condition is looked at even though nothing of ours changed: it may be about the bot's own state. */
const LOOK_EVERY_MS = 20;

/** A bell that every part of the double rings when it has changed. */
export function createChanges(): Changes {
  const waiting = new Set<() => void>();
  return {
    notify() {
      for (const wake of [...waiting]) wake();
    },
    async until(condition, { deadlineMs = 5000, what = "a condition" } = {}) {
      const deadline = Date.now() + deadlineMs;
      while (!(await condition())) {
        if (Date.now() >= deadline) throw new Error(`waited ${deadlineMs} ms in vain for ${what}`);
        await nextChange(waiting, Math.min(LOOK_EVERY_MS, deadline - Date.now()));
      }
    },
  };
}

function nextChange(waiting: Set<() => void>, atMostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, Math.max(1, atMostMs));
    waiting.add(wake);
  });
}
