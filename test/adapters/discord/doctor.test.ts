import { expect, test } from "vitest";
import { discordCheck } from "../../../adapters/discord/doctor.ts";
import { registerCommands } from "../../../adapters/discord/register.ts";
import { testBot } from "../../doubles/bot.ts";
import type { DiscordDouble } from "../../doubles/discord/discord.ts";
import { configFor, openDiscord } from "../../doubles/discord-bot.ts";

const { commands } = testBot();

const linesOf = async (discord: DiscordDouble, staff?: string, wrong: object = {}) =>
  (await discordCheck(commands, { ...configFor(discord), ...wrong }, staff).run()).map(
    ({ state, text }) => `${state}: ${text}`,
  );

test("a bot that is set up has nothing missing, and no connection was opened", async () => {
  const discord = await openDiscord();
  await registerCommands(commands, configFor(discord));
  expect(await linesOf(discord, discord.start.quiet.id)).toEqual([
    "ok: the token works, for application 100000000000000001",
    "ok: the commands are registered",
    "ok: Union Hall: 2 channels are seen",
    "ok: STAFF_CHANNEL can be written to",
  ]);
  expect(discord.gateway.identifies).toEqual([]);
});

test("what is missing is named: commands, a channel's permissions, the staff channel", async () => {
  const discord = await openDiscord();
  discord.deny(discord.start.general, "SendMessages", "ReadMessageHistory");
  discord.deny(discord.start.quiet, "ViewChannel");
  expect(await linesOf(discord, discord.start.general.id)).toEqual([
    "ok: the token works, for application 100000000000000001",
    "missing: the commands are not registered as they are now: npm run register",
    "ok: Union Hall: 1 channels are seen, 1 are not",
    "missing: Union Hall, #general: Send Messages, Read Message History",
    "missing: STAFF_CHANNEL: Send Messages, Read Message History",
  ]);
  expect((await linesOf(discord, "999")).at(-1)).toBe(
    "missing: STAFF_CHANNEL: the bot cannot see a channel of this id",
  );
});

test("a forum, which takes no messages of its own, is no staff channel", async () => {
  const discord = await openDiscord();
  const id = "500000000000000015";
  const forum = { id, type: 15, name: "forum", guild_id: discord.start.guild.id, permission_overwrites: [] };
  discord.failNext("GET /channels/*", 1, { kind: "status", status: 200, body: forum });
  expect((await linesOf(discord, id)).at(-1)).toBe(
    "missing: STAFF_CHANNEL: a server's text channel, and no forum or category",
  );
});

test("what Discord refuses to show of one server hides nothing of the rest", async () => {
  const discord = await openDiscord();
  await registerCommands(commands, configFor(discord));
  discord.failNext("GET /guilds/*/roles", 1, {
    kind: "status",
    status: 403,
    body: { code: 50001, message: "Missing Access" },
  });
  expect(await linesOf(discord, discord.start.quiet.id)).toEqual([
    "ok: the token works, for application 100000000000000001",
    "ok: the commands are registered",
    "by-hand: Union Hall: Discord does not show its channels (50001)",
    "ok: STAFF_CHANNEL can be written to",
  ]);
});

test("an application that is another's is named, and the commands are those of the token's own", async () => {
  const discord = await openDiscord();
  await registerCommands(commands, configFor(discord));
  expect((await linesOf(discord, undefined, { applicationId: "999" })).slice(0, 2)).toEqual([
    "broken: DISCORD_APPLICATION_ID: the token is of application 100000000000000001",
    "ok: the commands are registered",
  ]);
});

test("a bot on no server is told how to be added to one", async () => {
  const discord = await openDiscord();
  discord.removeBot(discord.start.guild);
  expect((await linesOf(discord)).at(-1)).toContain(
    "missing: the bot is on no server; to add it, open https://discord.com/",
  );
});

test("a refused token, another application and a needless intent are said", async () => {
  const discord = await openDiscord({ privilegedIntents: ["MessageContent"] });
  expect(await linesOf(discord, undefined, { token: "wrong" })).toEqual([
    "broken: DISCORD_TOKEN: Discord refuses the token (401): make a new one on the portal's Bot page and put it into DISCORD_TOKEN",
  ]);
  const lines = await linesOf(discord);
  expect(lines[1]).toBe(
    "by-hand: Message Content Intent is on and not needed: switch it off on the portal's Bot page",
  );
  const down = await linesOf(discord, undefined, { apiUrl: "http://127.0.0.1:9/api" });
  expect(down).toEqual(["by-hand: Discord cannot be reached from here; nothing of it was checked"]);
});
