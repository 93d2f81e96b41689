import { describe, expect, test } from "vitest";
import { discordCheck } from "../../../adapters/discord/doctor.ts";
import { registerCommands, registrationOf, runRegister } from "../../../adapters/discord/register.ts";
import { ConfigError } from "../../../src/errors.ts";
import { testBot } from "../../doubles/bot.ts";
import { configFor, onDiscord, openDiscord } from "../../doubles/discord-bot.ts";

const { commands } = testBot();
const writes = (discord: { readonly requests: readonly { readonly method: string }[] }) =>
  discord.requests.filter(({ method }) => method !== "GET").length;

test("every declared command and the menu entry are registered, with their localized names", async () => {
  const discord = await openDiscord();
  const { names } = await registerCommands(commands, configFor(discord));
  expect(names).toEqual([...commands.map(({ name }) => name), "Find sources for this"]);
  const [ask] = discord.commands.list(undefined);
  expect(ask?.body).toMatchObject({
    name: "ask",
    name_localizations: { "sv-SE": "fråga", "es-ES": "preguntar", "es-419": "preguntar" },
    options: [{ name: "question", type: 3, required: true, max_length: 500 }],
    contexts: [0, 1],
  });
});

test("commands are registered again only when one has changed", async () => {
  const discord = await openDiscord();
  const config = configFor(discord);
  expect((await registerCommands(commands, config)).changed).toBe(true);
  expect((await registerCommands(commands, config)).changed).toBe(false);
  expect(writes(discord)).toBe(1);
  const [first, ...others] = commands;
  if (first === undefined) throw new Error("there are no commands");
  const reworded = [{ ...first, summary: { ...first.summary, sv: "Nytt" } }, ...others];
  expect((await registerCommands(reworded, config)).changed).toBe(true);
  expect((await registerCommands(others, config)).changed).toBe(true);
  expect(discord.commands.list(undefined)).toHaveLength(others.length + 1);
});

test("starting the bot registers nothing", async () => {
  const { discord, platform } = await onDiscord();
  const before = writes(discord);
  await platform.close();
  await onDiscord({}, discord);
  expect(writes(discord)).toBe(before);
});

test("one server's registration leaves the others alone", async () => {
  const discord = await openDiscord();
  const guildId = discord.start.guild.id;
  await registerCommands(commands, { ...configFor(discord), guildId, applicationId: undefined });
  expect([discord.commands.list(guildId).length, discord.commands.list(undefined).length]).toEqual([6, 0]);
  expect(registrationOf(commands, true)[0]).not.toHaveProperty("contexts");
});

describe("commands that were registered for one server and then for all", () => {
  const extra = { name: "extra", description: "Not ours" };

  /** A server with commands of its own, one of which is not the bot's. */
  async function oneServer() {
    const discord = await openDiscord();
    const guildId = discord.start.guild.id;
    await registerCommands(commands, { ...configFor(discord), guildId });
    discord.commands.put(guildId, extra);
    return { discord, guildId };
  }

  test("are there once, and what else that server has stays", async () => {
    const { discord, guildId } = await oneServer();
    expect((await registerCommands(commands, configFor(discord))).changed).toBe(true);
    expect(discord.commands.list(guildId).map(({ name }) => name)).toEqual(["extra"]);
    expect(discord.commands.list(undefined)).toHaveLength(commands.length + 1);
    expect((await registerCommands(commands, configFor(discord))).changed).toBe(false);
  });

  test("and for one again are there twice, which the operator is told with what to do", async () => {
    const { discord, guildId } = await oneServer();
    await registerCommands(commands, configFor(discord));
    const [, line] = await runRegister(commands, { ...configFor(discord), guildId });
    expect(line).toBe(
      "Union Hall: each command is shown twice, as that server's and as all servers'. To have them once, leave DISCORD_GUILD_ID empty and run: npm run register",
    );
    const check = discordCheck(commands, { ...configFor(discord), guildId }, undefined);
    expect(await check.run()).toContainEqual({ state: "by-hand", text: line });
  });
});

describe("what the operator reads", () => {
  test("names the commands and where to go on", async () => {
    const discord = await openDiscord();
    expect(await runRegister(commands, configFor(discord))).toEqual([
      "Registered for all servers: ask, sources, source, help, privacy, Find sources for this",
      "To add the bot to a server, open: https://discord.com/oauth2/authorize?client_id=100000000000000001&scope=bot+applications.commands&permissions=274877975552",
    ]);
  });

  test.each([
    ["a wrong token", { token: "wrong" }, "DISCORD_TOKEN: Discord refuses the token (401)"],
    ["another server", { guildId: "12" }, "a server that the bot is not in"],
    ["another application", { applicationId: "12" }, "not this bot's application"],
  ])("says what is wrong with %s", async (_, wrong, says) => {
    const discord = await openDiscord();
    const failed = runRegister(commands, { ...configFor(discord), ...wrong });
    await expect(failed).rejects.toThrow(ConfigError);
    await expect(failed).rejects.toThrow(says);
  });
});

describe("completions", () => {
  test("offer sources by what is typed, and topics", async () => {
    const { discord } = await onDiscord();
    const source = discord.autocomplete({ name: "source", option: "source", value: "meet" });
    await source.answered();
    expect(source.choices).toEqual([
      {
        name: "Salesforce agrees to meet with activists protesting border patrol contract",
        value: "press/meeting",
      },
    ]);
    const topic = discord.autocomplete({ name: "sources", option: "about", value: "cb" });
    await topic.answered();
    expect(topic.choices).toEqual([{ name: "CBP", value: "CBP" }]);
  });

  test("that come too late or to nothing make no noise", async () => {
    const { discord, logged } = await onDiscord();
    const none = discord.autocomplete({ name: "source", option: "source", value: "zqxmark" });
    expect(await none.answered()).toMatchObject({ how: "choices" });
    expect([none.choices, logged]).toEqual([[], []]);
    expect(discord.sent()).not.toContain("zqxmark");
  });
});
