/** Notices everything that goes over the wire, so that waiting needs no fixed sleep. Times are real milliseconds. */
export interface Traffic {
  /** Something was sent or received. */
  touch(): void;
  /** Something is under way until the returned function is called. */
  begin(): () => void;
  /** Resolves when `holds` answers true; rejects after `withinMs`, saying what was awaited. */
  until(holds: () => boolean, options: WaitOptions): Promise<void>;
  /** Resolves when nothing was under way and nothing happened for `quietMs`. */
  quiet(quietMs: number, withinMs: number): Promise<void>;
}

/** How long to wait, and for what. */
export interface WaitOptions {
  readonly withinMs: number;
  readonly what: string;
}

/** Between two looks at a condition that no traffic announced. */
const lookEveryMs = 10;

/** A record of traffic with nothing in it yet. */
export function createTraffic(): Traffic {
  let last = performance.now();
  let underWay = 0;
  const waiting = new Set<() => void>();
  const touch = () => {
    last = performance.now();
    for (const look of waiting) look();
  };
  const until = (holds: () => boolean, { withinMs, what }: WaitOptions) =>
    new Promise<void>((resolve, reject) => {
      const deadline = performance.now() + withinMs;
      const finish = (end: () => void) => {
        clearInterval(timer);
        waiting.delete(look);
        end();
      };
      const look = () => {
        if (holds()) finish(resolve);
        else if (performance.now() > deadline)
          finish(() => reject(new Error(`waited ${withinMs} ms for ${what}`)));
      };
      const timer = setInterval(look, lookEveryMs);
      waiting.add(look);
      look();
    });
  return {
    touch,
    begin() {
      underWay += 1;
      touch();
      let ended = false;
      return () => {
        if (!ended) underWay -= 1;
        ended = true;
        touch();
      };
    },
    until,
    quiet: (quietMs, withinMs) =>
      until(() => underWay === 0 && performance.now() - last >= quietMs, {
        withinMs,
        what: `${quietMs} ms of quiet`,
      }),
  };
}
