import { expect, test } from "vitest";
import { languageName } from "../../src/reply/wording/words.ts";

test.each(["en", "sv", "es"])("names of languages in %s are those that Intl has", (inLanguage) => {
  const names = new Intl.DisplayNames([inLanguage], { type: "language" });
  for (const tag of ["en", "sv", "es", "de", "pt", "en-GB"])
    expect(languageName(tag, inLanguage)).toBe(names.of(tag));
});

test("a language that no one knows is called by its tag", () => {
  expect(languageName("not a tag", "en")).toBe("not a tag");
});
