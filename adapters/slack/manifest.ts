/** The app's manifest: names, commands and exactly the scopes that are needed, made of the declared commands. */
import { type Command, usageOf } from "../../src/commands/command.ts";
import { cut } from "../../src/reply/pack.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import { ASK_COMMAND, BOT_COMMAND, FIND_SHORTCUT } from "./listeners.ts";
import { NAME } from "./presses.ts";

/** What the bot may do, each with what it is for. No history of channels, and nothing about people. */
export const SCOPES: Readonly<Record<string, string>> = {
  commands: `${ASK_COMMAND}, ${BOT_COMMAND} and "Find sources for this"`,
  "app_mentions:read": "mentions",
  "im:history": "direct messages to the bot",
  "chat:write": "answers to mentions and direct messages, and Share",
};

/** What Slack tells the bot about. */
export const EVENTS: readonly string[] = ["app_mention", "message.im", "app_home_opened"];

/** Lengths of a manifest's texts. */
const MOST_DESCRIPTION = 140;
const MOST_HINT = 1000;

/** The manifest, for "Create an app" and "From a manifest". */
export function slackManifest(commands: readonly Command[]) {
  const ask = commands.find(({ name }) => name === "ask");
  const others = commands.filter(({ name }) => name !== "ask");
  return {
    display_information: {
      name: NAME,
      description: cut(
        "Answers with the exact words of checked sources, or says that they have none",
        MOST_DESCRIPTION,
      ),
    },
    features: {
      bot_user: { display_name: "receipts", always_online: true },
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      slash_commands: [
        command(ASK_COMMAND, `${ask?.summary.en ?? ""}. Only you see it`, "how many employees signed?"),
        command(BOT_COMMAND, describe(others), others.map(usageOf).join(" | ")),
      ],
      shortcuts: [
        {
          type: "message",
          name: wordingFor("en").findSources,
          callback_id: FIND_SHORTCUT,
          description: "What our sources say about this message",
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: { bot_events: EVENTS },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}

const command = (name: string, description: string, hint: string) => ({
  command: name,
  description: cut(description, MOST_DESCRIPTION),
  usage_hint: cut(hint, MOST_HINT),
  should_escape: false,
});

const describe = (commands: readonly Command[]) =>
  `More about the sources: ${commands.map(({ name }) => name).join(", ")}. Only you see it`;
