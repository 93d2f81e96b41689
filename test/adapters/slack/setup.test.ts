import { describe, expect, test } from "vitest";
import { slackCheck } from "../../../adapters/slack/doctor.ts";
import { EVENTS, SCOPES, slackManifest } from "../../../adapters/slack/manifest.ts";
import { diagnose } from "../../../adapters/terminal/doctor.ts";
import { defineCommand } from "../../../src/commands/command.ts";
import { testBot } from "../../doubles/bot.ts";
import { status } from "../../doubles/slack/faults.ts";
import type { SlackDouble } from "../../doubles/slack/slack.ts";
import { openSlack } from "../../doubles/slack/trivial-app.ts";

const config = ({ botToken, appToken, apiUrl }: SlackDouble) =>
  ({ mode: "socket", botToken, appToken, apiUrl }) as const;

async function doctor(slack: SlackDouble) {
  const lines: string[] = [];
  const code = await diagnose([slackCheck(config(slack))], (line) => lines.push(line));
  return { code, lines: lines.filter((line) => !line.includes("by hand")) };
}

describe("doctor", () => {
  test("finds nothing missing where nothing is, and opens no connection", async () => {
    const slack = await openSlack();
    const { code, lines } = await doctor(slack);
    expect(code).toBe(0);
    expect(lines).toContain(
      "  ok       scope chat:write, for answers to mentions and direct messages, and Share",
    );
    expect(slack.connections).toEqual([]);
    expect(slack.refusals()).toEqual([]);
  });

  test.each(Object.keys(SCOPES))("names the scope %s when it is missing", async (scope) => {
    const slack = await openSlack({ scopes: Object.keys(SCOPES).filter((each) => each !== scope) });
    const { code, lines } = await doctor(slack);
    expect(code).toBe(1);
    expect(lines.filter((line) => line.includes("MISSING"))).toEqual([
      expect.stringContaining(`MISSING  scope ${scope}, for `),
    ]);
  });

  test("names each token that Slack refuses, and says when Slack cannot be reached", async () => {
    const slack = await openSlack();
    slack.revokeToken("bot");
    slack.revokeToken("app");
    expect((await doctor(slack)).lines.filter((line) => line.includes("BROKEN"))).toEqual([
      "  BROKEN   SLACK_BOT_TOKEN: Slack says account_inactive",
      "  BROKEN   SLACK_APP_TOKEN: Slack says invalid_auth",
    ]);
    slack.failNext("*", 2, status(502));
    expect((await doctor(slack)).code).toBe(1);
  });
});

describe("the manifest", () => {
  const hello = defineCommand({
    name: "wave",
    names: { en: "wave", sv: "vinka", es: "saludar" },
    summary: { en: "Wave", sv: "Vinka", es: "Saludar" },
    params: { whom: { kind: "text", summary: { en: "", sv: "", es: "" }, required: true, maxLength: 5 } },
    run: () => Promise.reject(new Error("not here")),
  });
  const manifest = slackManifest([...testBot().commands, hello]);

  test("follows from the declared commands", () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(["/ask", "/receipts"]);
    expect(manifest.features.slash_commands[1]?.usage_hint).toContain(" | privacy | wave <whom>");
  });

  test("asks for exactly what is needed", () => {
    expect(manifest.oauth_config.scopes.bot).toEqual([
      "commands",
      "app_mentions:read",
      "im:history",
      "chat:write",
    ]);
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(EVENTS);
  });

  test("keeps within what Slack takes", () => {
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    for (const { description, usage_hint } of features.slash_commands) {
      expect(description.length).toBeLessThanOrEqual(140);
      expect(usage_hint.length).toBeLessThanOrEqual(1000);
    }
    expect(features.shortcuts[0]?.name.length).toBeLessThanOrEqual(24);
  });
});
