import { expect, test } from "vitest";
import {
  byHandCheck,
  configCheck,
  knowledgeCheck,
  platformCheck,
  reachCheck,
} from "../../../adapters/terminal/checks.ts";
import { diagnose } from "../../../adapters/terminal/doctor.ts";
import { KnowledgeError } from "../../../src/errors.ts";

const fine = async () => ({ sources: 5, problems: [] });

async function report(checks: Parameters<typeof diagnose>[0]) {
  const lines: string[] = [];
  const code = await diagnose(checks, (line) => lines.push(line));
  return { code, text: lines.join("\n") };
}

test("a bot that lacks nothing is healthy, and is told what to check by hand", async () => {
  const slack = platformCheck("Slack", [{ name: "SLACK_BOT_TOKEN", set: true }]);
  const { code, text } = await report([
    configCheck([]),
    slack,
    reachCheck(["slack"], "slack"),
    knowledgeCheck(fine),
    byHandCheck(),
  ]);
  expect(code).toBe(0);
  expect(text).toMatchInlineSnapshot(`
    "Environment (.env and variables)
      ok       every variable that is set can be used
    Slack
      ok       SLACK_BOT_TOKEN
    Platforms
      ok       Slack
    Knowledge
      ok       5 sources are read
    To check by hand
      by hand  Everything in the knowledge folder can be read by anyone who can message the bot, guests and connected workspaces included.
      by hand  Each source has been compared with the published work; then write the day into its \`checked\` field.
      by hand  Tokens are in .env or the service's settings, readable by the bot's user alone, and in no shell history.
    Nothing is missing."
  `);
});

test("what is missing or broken is named and makes the exit code 1", async () => {
  const discord = platformCheck("Discord", [{ name: "DISCORD_TOKEN", set: false }]);
  const slack = platformCheck("Slack", [
    { name: "SLACK_BOT_TOKEN", set: true },
    { name: "SLACK_APP_TOKEN", set: false },
  ]);
  const broken = knowledgeCheck(async () => ({
    sources: 4,
    problems: [{ path: "press/a.md", line: 3, problem: "title is missing" }],
  }));
  const { code, text } = await report([configCheck(["HTTP_PORT: use a number"]), slack, discord, broken]);
  expect(code).toBe(1);
  expect(text).toMatchInlineSnapshot(`
    "Environment (.env and variables)
      BROKEN   HTTP_PORT: use a number
    Slack
      ok       SLACK_BOT_TOKEN
      MISSING  SLACK_APP_TOKEN
    Discord
      not set  DISCORD_TOKEN
    Knowledge
      ok       4 sources are read
      BROKEN   press/a.md:3: title is missing
    Something is missing; see above."
  `);
});

test("a knowledge folder that cannot be read is reported, not thrown", async () => {
  const unreadable = knowledgeCheck(async () => {
    throw new KnowledgeError("knowledge: there is no such folder");
  });
  expect(await report([unreadable])).toEqual({
    code: 1,
    text: "Knowledge\n  BROKEN   knowledge: there is no such folder\nSomething is missing; see above.",
  });
});

test("librarians are missed where the bot cannot post", async () => {
  const { code, text } = await report([reachCheck(["discord"], "slack")]);
  expect([code, text]).toEqual([1, expect.stringContaining("MISSING  STAFF_CHANNEL is on Slack")]);
});
