import { expect, test } from "vitest";
import { createWork } from "../src/work.ts";

/** A promise that a test keeps when it wants to. */
function held() {
  let release = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

test("work is idle once all of it is over, also what was begun meanwhile", async () => {
  const work = createWork();
  await work.idle();
  const [first, second] = [held(), held()];
  const over: string[] = [];
  const failed = () => undefined;
  void work.run(async () => {
    await first.promise;
    void work.run(() => second.promise.then(() => void over.push("second")), failed);
    over.push("first");
  }, failed);
  const idle = work.idle().then(() => over.push("idle"));
  first.release();
  await first.promise;
  second.release();
  await idle;
  expect(over).toEqual(["first", "second", "idle"]);
});

test("work that fails is reported, ends, and rejects nobody", async () => {
  const work = createWork();
  const failures: unknown[] = [];
  await work.run(
    () => Promise.reject(new TypeError("no")),
    (error) => void failures.push(error),
  );
  await work.idle();
  expect(failures).toEqual([new TypeError("no")]);
});
