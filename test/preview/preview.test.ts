import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMessage } from "../doubles/discord/checks/message.ts";
import { Form } from "../doubles/discord/form.ts";
import { validateMessage } from "../doubles/slack/limits.ts";
import { browse } from "./browser.ts";
import { examplesOfAll } from "./examples.ts";
import { previewPage } from "./page.ts";

const examples = await examplesOfAll();
const CHROMIUM = process.env.CHROMIUM || undefined;

test.each(examples.map((each) => [each.title, each] as const))(
  "%s is a message that Slack takes",
  (_, { slack }) => {
    expect(slack.length).toBeGreaterThan(0);
    for (const message of slack) expect(validateMessage({ ...message })).toEqual([]);
  },
);

test.each(examples.map((each) => [each.title, each] as const))(
  "%s is a message that Discord takes",
  (_, { discord }) => {
    expect(discord.length).toBeGreaterThan(0);
    for (const body of discord) {
      const form = Form.of({ ...body });
      readMessage(form, "channel");
      form.done();
    }
  },
);

test("the page shows each kind of reply", () => {
  expect(examples.map(({ title }) => title)).toMatchInlineSnapshot(`
    [
      "An answer; less exact elsewhere",
      "Two accounts",
      "Not found",
      "Share asks once",
      "The confirmation",
      "In Swedish",
      "Context",
      "Long: a source from its beginning",
      "Help",
      "An error",
      "The shared post, for everyone",
    ]
  `);
  const page = previewPage(examples);
  for (const words of [
    "Two accounts in our sources",
    "Less exact elsewhere",
    "Not in our sources.",
    "Did you mean",
  ])
    expect(page.split(words).length).toBeGreaterThan(2);
});

test.runIf(CHROMIUM).each([375, 720, 1280])(
  "everything fits into a window of %i pixels in a real browser",
  async (width) => {
    const folder = mkdtempSync(join(tmpdir(), "receipts-preview-"));
    const file = join(folder, "slack.html");
    writeFileSync(file, previewPage(examples));
    const shown = await browse(CHROMIUM ?? "", file, ["--dump-dom", `--window-size=${width},900`]);
    rmSync(folder, { recursive: true });
    expect(/<title>(.*)<\/title>/.exec(shown)?.[1]).toBe("Everything fits");
  },
);
