import { afterEach, expect, test } from "vitest";
import { withoutMaps } from "../../../adapters/terminal/process.ts";

const before = process.sourceMapsEnabled;
afterEach(() => process.setSourceMapsEnabled(before));

test.each([true, false])(
  "source maps that are on (%s) are off while a library loads, and as they were after it",
  async (on) => {
    process.setSourceMapsEnabled(on);
    let meanwhile: boolean | undefined;
    await withoutMaps(async () => {
      meanwhile = process.sourceMapsEnabled;
    });
    expect([meanwhile, process.sourceMapsEnabled]).toEqual([false, on]);
  },
);

test("a library that does not load leaves them as they were", async () => {
  process.setSourceMapsEnabled(true);
  await expect(withoutMaps(() => Promise.reject(new Error("not there")))).rejects.toThrow("not there");
  expect(process.sourceMapsEnabled).toBe(true);
});
