import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  DiscordAPIError,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  type ModalActionRowComponentBuilder,
  ModalBuilder,
  Partials,
  REST,
  Routes,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { afterEach, expect, test } from "vitest";
import { type DiscordDouble, type DiscordOptions, openDiscordDouble } from "./discord/discord.ts";

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

const COMMANDS = [
  {
    name: "ask",
    description: "Answers",
    options: [
      { type: 3, name: "question", description: "What", required: true },
      { type: 3, name: "topic", description: "About what", autocomplete: true },
    ],
  },
  { name: "Find sources for this", type: ApplicationCommandType.Message },
];

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function openDouble(options: DiscordOptions = {}): Promise<DiscordDouble> {
  const double = await openDiscordDouble(options);
  open.push(() => double.close());
  return double;
}

function newClient(double: DiscordDouble, intents: readonly GatewayIntentBits[] = INTENTS): Client {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    shards: "auto",
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: double.url, version: "10" },
    // discord.js leaves five seconds between two IDENTIFYs, which would only make these tests slow
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
  });
  client.on("error", () => undefined);
  client.on("shardError", () => undefined);
  open.push(() => client.destroy());
  return client;
}

/** A client that is logged in, and has its commands. */
async function connect(double: DiscordDouble, intents = INTENTS): Promise<Client<true>> {
  const client = newClient(double, intents);
  const ready = new Promise<Client<true>>((resolve) => client.once("clientReady", resolve));
  await client.login(double.token);
  const connected = await ready;
  await rest(double).put(Routes.applicationCommands(double.applicationId), { body: COMMANDS });
  return connected;
}

function rest(double: DiscordDouble): REST {
  return new REST({ api: double.url, version: "10" }).setToken(double.token);
}

/** Answers every mention and direct message with the same words. */
function answerMessages(client: Client<true>, words: string, nonce?: string): void {
  client.on("messageCreate", async (message) => {
    if (message.author.bot) return;
    if (message.guild !== null && !message.mentions.has(client.user)) return;
    await message.reply({ content: words, ...(nonce === undefined ? {} : { nonce, enforceNonce: true }) });
  });
}

function onInteraction(client: Client, answer: (interaction: Interaction) => Promise<unknown>): void {
  client.on("interactionCreate", (interaction) => void answer(interaction));
}

const SHARE = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId("share").setLabel("Share").setStyle(ButtonStyle.Primary),
);

async function refusal(request: Promise<unknown>): Promise<DiscordAPIError> {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DiscordAPIError) return error;
  throw new Error("the request was not refused");
}

test("a slash command is answered to the asker only, and a press can post for everyone without a name", async () => {
  const double = await openDouble();
  const client = await connect(double);
  onInteraction(client, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        content: `**${interaction.options.getString("question")}**`,
        components: [SHARE],
      });
    } else if (interaction.isButton()) {
      await interaction.update({ content: "Shared", components: [] });
      if (interaction.channel?.isSendable()) await interaction.channel.send("A finding");
    }
  });
  const asked = double.slashCommand({ name: "ask", options: { question: "How many?" } });
  expect(await asked.answered()).toMatchObject({ how: "thinking", ephemeral: true });
  const reply = await asked.reply();
  expect(double.sees(reply)).toMatchObject({ text: "How many?", onlyFor: "Alice", invokedBy: "Alice" });
  expect(double.messagesIn(double.start.general, double.start.bob)).toEqual([]);
  const pressed = double.press(reply, "Share");
  expect(await pressed.answered()).toMatchObject({ how: "update" });
  await double.until(() => double.messagesIn(double.start.general).length === 1);
  const [post] = double.messagesIn(double.start.general);
  expect(post === undefined ? undefined : double.sees(post)).toMatchObject({
    text: "A finding",
    invokedBy: undefined,
  });
  expect(double.sees(reply).text).toBe("Shared");
  await double.settled();
});

test("a mention in a channel is answered by a reply that notifies nobody", async () => {
  const double = await openDouble();
  answerMessages(await connect(double), "@everyone <@300000000000000001> <@&400000000000000001> it was 650");
  double.grant(double.start.guild, "MentionEveryone");
  const asked = double.message({ content: "how many?", mentionsBot: true });
  const reply = await asked.reply();
  expect(reply.reference).toBe(asked.message);
  expect(double.sees(reply)).toMatchObject({ text: "@everyone @Alice @Organizers it was 650", notified: [] });
});

test("without allowed_mentions everything pings, and without permission to mention everyone only people do", async () => {
  const double = await openDouble();
  const body = { content: "@everyone <@300000000000000001> <@&400000000000000001> `<@300000000000000002>`" };
  const { general, guild } = double.start;
  await rest(double).post(Routes.channelMessages(general.id), { body });
  double.grant(guild, "MentionEveryone");
  await rest(double).post(Routes.channelMessages(general.id), { body });
  expect(double.messagesIn(general).map((message) => double.sees(message).notified)).toEqual([
    ["Alice"],
    ["everyone", "Alice", "Organizers"],
  ]);
});

test("without the message content intent, only mentions and direct messages can be read", async () => {
  const double = await openDouble();
  const client = await connect(double);
  const read: string[] = [];
  client.on("messageCreate", (message) => void read.push(message.content));
  double.message({ content: "between us" });
  double.message({ content: "for you", mentionsBot: true });
  double.directMessage("in private");
  await double.until(() => read.length === 3);
  expect(read).toEqual(["", "<@100000000000000001> for you", "in private"]);
});

test("a direct message reaches a client with the channel partial and is answered there", async () => {
  const double = await openDouble();
  answerMessages(await connect(double), "in private");
  const reply = await double.directMessage("psst").reply();
  expect(reply.channel.kind).toBe("direct");
});

test("autocomplete offers choices, and a message command brings the content it was run on", async () => {
  const double = await openDouble();
  const client = await connect(double);
  onInteraction(client, async (interaction) => {
    if (interaction.isAutocomplete()) {
      await interaction.respond([{ name: `${interaction.options.getFocused()}force`, value: "salesforce" }]);
    } else if (interaction.isMessageContextMenuCommand()) {
      await interaction.reply({ content: interaction.targetMessage.content, flags: MessageFlags.Ephemeral });
    }
  });
  const typing = double.autocomplete({ name: "ask", option: "topic", value: "Sales" });
  expect(await typing.answered()).toMatchObject({ how: "choices" });
  expect(typing.choices).toEqual([{ name: "Salesforce", value: "salesforce" }]);
  const { message: target } = double.message({ content: "a claim", user: double.start.bob });
  if (target === undefined) throw new Error("nothing was written");
  const reply = await double.messageCommand("Find sources for this", target).reply();
  expect(double.sees(reply)).toMatchObject({ text: "a claim", onlyFor: "Alice" });
});

test("a modal opens from a command, refuses what is too short, and its text arrives", async () => {
  const double = await openDouble();
  const client = await connect(double);
  const input = new TextInputBuilder()
    .setCustomId("text")
    .setLabel("Your words")
    .setStyle(TextInputStyle.Paragraph);
  const row = new ActionRowBuilder<ModalActionRowComponentBuilder>().addComponents(input.setMinLength(3));
  onInteraction(client, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.showModal(
        new ModalBuilder().setCustomId("staff").setTitle("Ask the librarians").addComponents(row),
      );
    } else if (interaction.isModalSubmit()) {
      const content = interaction.fields.getTextInputValue("text");
      await interaction.reply({ content, flags: MessageFlags.Ephemeral });
    }
  });
  const asked = double.slashCommand({ name: "ask", options: { question: "?" } });
  expect(await asked.answered()).toMatchObject({ how: "modal" });
  expect(() => double.submitModal(asked, { text: "no" })).toThrow("at least 3 letters");
  expect(double.sees(await double.submitModal(asked, { text: "please" }).reply()).text).toBe("please");
});

test("an interaction that is answered after three seconds is unknown, one answered twice is refused", async () => {
  const double = await openDouble();
  const client = await connect(double);
  const codes: unknown[] = [];
  onInteraction(client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    if (interaction.options.getString("question") === "late") double.advance(3001);
    else
      await rest(double).post(Routes.interactionCallback(interaction.id, interaction.token), {
        body: { type: 5 },
      });
    codes.push((await refusal(interaction.reply("here"))).code);
  });
  const late = double.slashCommand({ name: "ask", options: { question: "late" } });
  await double.until(() => codes.length === 1);
  double.slashCommand({ name: "ask", options: { question: "twice" } });
  await double.until(() => codes.length === 2);
  expect(codes).toEqual([10062, 40060]);
  expect(late.failed).toBe(true);
  expect(double.failed()).toHaveLength(1);
  expect(double.thinking()).toHaveLength(1);
});

test("an interaction's token works for a quarter of an hour and then is refused", async () => {
  const double = await openDouble();
  const client = await connect(double);
  const codes: unknown[] = [];
  onInteraction(client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({ content: "one", flags: MessageFlags.Ephemeral });
    await interaction.followUp({ content: "two", flags: MessageFlags.Ephemeral });
    double.advance(15 * 60_000);
    codes.push((await refusal(interaction.editReply("three"))).code);
  });
  const asked = double.slashCommand({ name: "ask", options: { question: "?" } });
  await double.until(() => codes.length === 1);
  expect(codes).toEqual([50027]);
  expect(asked.replies.map((message) => message.content)).toEqual(["one", "two"]);
  // the interaction's 401 is not the bot's
  await expect(client.users.fetch(double.start.bob.id)).resolves.toBeDefined();
});

test("a dropped socket is resumed and the missed mention is answered once", async () => {
  const double = await openDouble();
  answerMessages(await connect(double), "yes");
  double.gateway.drop();
  const asked = double.message({ content: "still there?", mentionsBot: true });
  await asked.reply();
  await double.settled();
  expect(asked.replies).toHaveLength(1);
  expect([double.gateway.identifies.length, double.gateway.resumes]).toEqual([1, 1]);
});

test("op 7 is followed by a RESUME, a half-open socket is noticed by its heartbeat", async () => {
  const double = await openDouble({ heartbeatIntervalMs: 150 });
  answerMessages(await connect(double), "yes");
  double.gateway.reconnect();
  await double.until(() => double.gateway.resumes === 1);
  double.gateway.halfOpen();
  const asked = double.message({ content: "hello?", mentionsBot: true });
  await asked.reply();
  expect([double.gateway.identifies.length, double.gateway.resumes]).toEqual([1, 2]);
});

test("an invalid session that may be resumed is, one that may not costs one IDENTIFY", async () => {
  const double = await openDouble();
  const client = await connect(double);
  answerMessages(client, "yes");
  // discord.js throws on a RESUMED that comes after its session was taken away, so it is waited for
  const resumed = new Promise((resolve) => client.once("shardResume", resolve));
  double.gateway.invalidate(true);
  await resumed;
  double.gateway.invalidate(false);
  await double.until(() => double.gateway.identifies.length === 2);
  await double.message({ content: "again?", mentionsBot: true }).reply();
  expect(double.gateway.resumes).toBe(1);
});

test("while connections are refused the client tries again, and resumes once they are not", async () => {
  const double = await openDouble();
  await connect(double);
  double.gateway.refuseConnections(true);
  double.gateway.drop();
  await double.until(() => double.gateway.connections === 0);
  double.gateway.refuseConnections(false);
  await double.until(() => double.gateway.resumes === 1);
  expect(double.gateway.identifies).toHaveLength(1);
});

test("a revoked token closes the gateway with 4004 and every request gets 401", async () => {
  const double = await openDouble();
  const client = await connect(double);
  const closed = new Promise<number>((resolve) =>
    client.once("shardDisconnect", ({ code }) => resolve(code)),
  );
  double.revokeToken();
  expect(await closed).toBe(4004);
  expect((await refusal(rest(double).get(Routes.user()))).status).toBe(401);
});

test("a privileged intent that is not switched on is 4014, too few shards 4011", async () => {
  const double = await openDouble();
  const client = newClient(double, [...INTENTS, GatewayIntentBits.MessageContent]);
  const closed = new Promise<number>((resolve) =>
    client.once("shardDisconnect", ({ code }) => resolve(code)),
  );
  void client.login(double.token).catch(() => undefined);
  expect(await closed).toBe(4014);
  const large = await openDouble({ shards: 2 });
  const single = newClient(large);
  single.options.shards = [0];
  single.options.shardCount = 1;
  const tooFew = new Promise<number>((resolve) =>
    single.once("shardDisconnect", ({ code }) => resolve(code)),
  );
  void single.login(large.token).catch(() => undefined);
  expect(await tooFew).toBe(4011);
});

test("one stray 401 makes discord.js forget its token", async () => {
  const double = await openDouble();
  const client = await connect(double);
  double.failNext("GET /users/*", 1, { kind: "status", status: 401 });
  expect((await refusal(client.users.fetch(double.start.bob.id))).status).toBe(401);
  await expect(client.users.fetch(double.start.alice.id)).rejects.toThrow("Expected token to be set");
});

test("a 429 is waited for and the message arrives once", async () => {
  const double = await openDouble();
  answerMessages(await connect(double), "yes");
  double.failNext("POST /channels/*/messages", 1, { kind: "rate-limit", retryAfterMs: 200 });
  const asked = double.message({ content: "?", mentionsBot: true });
  expect((await asked.answered()).afterMs).toBeGreaterThanOrEqual(200);
  expect(double.requests.filter(({ status }) => status === 429)).toHaveLength(1);
  expect(asked.replies).toHaveLength(1);
});

test.each(["lost", "lost-502"] as const)(
  "a reply that is %s posts twice without a nonce and once with one",
  async (kind) => {
    const double = await openDouble();
    const client = await connect(double);
    const channel = await client.channels.fetch(double.start.quiet.id);
    if (!channel?.isSendable()) throw new Error("not a channel to write to");
    double.failNext("POST /channels/*/messages", 1, { kind });
    await channel.send("bare");
    double.failNext("POST /channels/*/messages", 1, { kind });
    await channel.send({ content: "keyed", nonce: "slot-1", enforceNonce: true });
    expect(double.messagesIn(double.start.quiet).map((message) => message.content)).toEqual([
      "bare",
      "bare",
      "keyed",
    ]);
  },
);

test("eight messages at once keep to the channel's bucket, and a client that ignores it meets a 429", async () => {
  const double = await openDouble({ speed: 20 });
  const client = await connect(double);
  const channel = await client.channels.fetch(double.start.quiet.id);
  if (!channel?.isSendable()) throw new Error("not a channel to write to");
  await Promise.all(Array.from({ length: 8 }, (_, index) => channel.send(`part ${index}`)));
  expect(
    double
      .messagesIn(double.start.quiet)
      .map(({ content }) => content.at(-1))
      .join(""),
  ).toBe("01234567");
  expect(double.invalidRequests).toBe(0);
  const headers = { authorization: `Bot ${double.token}`, "content-type": "application/json" };
  const url = `${double.url}/v10/channels/${double.start.general.id}/messages`;
  const init = { method: "POST", headers, body: JSON.stringify({ content: "now" }) };
  const replies = await Promise.all(Array.from({ length: 6 }, () => fetch(url, init)));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
});

const LONG_EMBED = { title: "t".repeat(200), description: "d".repeat(3000) };

test.each([
  ["a text over 2,000", { content: "x".repeat(2001) }, 50035, "content[BASE_TYPE_MAX_LENGTH]"],
  ["nothing at all", { content: "  " }, 50006, "empty"],
  ["eleven embeds", { embeds: Array(11).fill({ title: "t" }) }, 50035, "embeds[BASE_TYPE_MAX_LENGTH]"],
  ["embeds over 6,000 in all", { embeds: [LONG_EMBED, LONG_EMBED] }, 50035, "MAX_EMBED_SIZE_EXCEEDED"],
  [
    "a long field",
    { embeds: [{ fields: [{ name: "n", value: "v".repeat(1025) }] }] },
    50035,
    "fields[0].value",
  ],
  [
    "an embed's odd address",
    { embeds: [{ title: "t", url: "javascript:x" }] },
    50035,
    "URL_TYPE_INVALID_SCHEME",
  ],
  ["six buttons in a row", { components: [row(6)] }, 50035, "BASE_TYPE_BAD_LENGTH"],
  [
    "six rows",
    { components: Array.from({ length: 6 }, (_, index) => row(1, index)) },
    50035,
    "BASE_TYPE_MAX_LENGTH",
  ],
  ["equal custom ids", { components: [row(1), row(1)] }, 50035, "COMPONENT_CUSTOM_ID_DUPLICATED"],
  [
    "a text beside version 2",
    { content: "x", flags: 1 << 15, components: [{ type: 10, content: "y" }] },
    50035,
    "LEGACY",
  ],
  ["version 2 without its flag", { components: [{ type: 10, content: "y" }] }, 50035, "UNION_TYPE_CHOICES"],
  [
    "a reply to nothing",
    { content: "x", message_reference: { message_id: "1" } },
    50035,
    "REPLIES_UNKNOWN_MESSAGE",
  ],
  [
    "users both parsed and named",
    { content: "x", allowed_mentions: { parse: ["users"], users: ["1"] } },
    50035,
    "EXCLUSIVE",
  ],
])("%s is refused", async (_, body, code, says) => {
  const double = await openDouble();
  const error = await refusal(rest(double).post(Routes.channelMessages(double.start.general.id), { body }));
  expect(error.code).toBe(code);
  expect(error.message).toContain(says);
  expect(double.refusedRequests).toHaveLength(1);
});

function row(buttons: number, from = 0): unknown {
  const components = Array.from({ length: buttons }, (_, index) => ({
    type: 2,
    style: 2,
    label: "b",
    custom_id: `b${from + index}`,
  }));
  return { type: 1, components };
}

test.each([
  ["View Channel", ["ViewChannel"], 50001],
  ["Send Messages", ["SendMessages"], 50013],
  ["Embed Links", ["EmbedLinks"], 50013],
] as const)("without %s an embed is refused", async (_, denied, code) => {
  const double = await openDouble();
  double.deny(double.start.general, ...denied);
  const body = { embeds: [{ title: "t" }] };
  expect(
    (await refusal(rest(double).post(Routes.channelMessages(double.start.general.id), { body }))).code,
  ).toBe(code);
});

test("closed direct messages, unknown channels and unknown messages have their own codes", async () => {
  const double = await openDouble();
  const { bob, general, quiet } = double.start;
  double.closeDirectMessages(bob);
  const channel = double.directChannel(bob);
  double.deleteChannel(quiet);
  const body = { content: "x" };
  const codes = [
    await refusal(rest(double).post(Routes.channelMessages(channel.id), { body })),
    await refusal(rest(double).post(Routes.channelMessages(quiet.id), { body })),
    await refusal(rest(double).patch(Routes.channelMessage(general.id, "1"), { body })),
    await refusal(rest(double).get("/nowhere")),
  ].map((error) => error.code);
  expect(codes).toEqual([50007, 10003, 10008, 0]);
});

test("of two embeds with one url only the first is kept, and ephemeral needs an interaction", async () => {
  const double = await openDouble();
  const url = "https://example.org/a";
  const body = {
    embeds: [{ title: "a", url }, { title: "b", url }, { title: "c" }],
    flags: MessageFlags.Ephemeral,
  };
  await rest(double).post(Routes.channelMessages(double.start.general.id), { body });
  const [message] = double.messagesIn(double.start.general);
  if (message === undefined) throw new Error("nothing was posted for everyone");
  expect(double.sees(message).embeds.map(({ title }) => title)).toEqual(["a", "c"]);
});

test("commands are created once, replaced without being created again, and checked", async () => {
  const double = await openDouble();
  const route = Routes.applicationGuildCommands(double.applicationId, double.start.guild.id);
  await rest(double).put(route, { body: COMMANDS });
  await rest(double).put(route, { body: COMMANDS });
  expect(double.commands.created).toBe(2);
  const bad = [
    { name: "Ask", description: "x" },
    { name: "ask", description: "" },
    { name: "ask", description: "x", name_localizations: { xx: "fråga" } },
    {
      name: "ask",
      description: "x",
      options: [
        { type: 3, name: "o", description: "x" },
        { type: 3, name: "p", description: "x", required: true },
      ],
    },
    { name: "Find", type: 3, description: "x" },
  ];
  for (const command of bad)
    expect((await refusal(rest(double).put(route, { body: [command] }))).code).toBe(50035);
});

test("a reader sees formatted text, links and code as Discord's clients show them", async () => {
  const double = await openDouble();
  const content = [
    "# Title",
    "**bold** _it_ snake_case_word `a < **b**` C:\\path \\*star\\*",
    "> quoted",
    "- [label](<https://example.org/a_(b)>) <https://example.org/x> https://example.org/y.",
    "```ts\nconst a = **1**;\n```",
    "<#500000000000000002> $5 ~ $6 a < b && c > d",
  ].join("\n");
  await rest(double).post(Routes.channelMessages(double.start.general.id), { body: { content } });
  const [message] = double.messagesIn(double.start.general);
  if (message === undefined) throw new Error("nothing was posted");
  const seen = double.sees(message);
  expect(seen.text).toMatchInlineSnapshot(`
    "Title
    bold it snake_case_word a < **b** C:\\path *star*
    quoted
    • label https://example.org/x https://example.org/y.
    const a = **1**;
    #quiet $5 ~ $6 a < b && c > d"
  `);
  expect(seen.code).toEqual(["a < **b**", "const a = **1**;"]);
  expect(seen.links).toMatchInlineSnapshot(`
    [
      {
        "preview": false,
        "text": "label",
        "url": "https://example.org/a_(b)",
      },
      {
        "preview": false,
        "text": "https://example.org/x",
        "url": "https://example.org/x",
      },
      {
        "preview": true,
        "text": "https://example.org/y",
        "url": "https://example.org/y",
      },
    ]
  `);
});

test("a public answer to a command names who ran it for everyone, a message of the bot's own does not", async () => {
  const double = await openDouble();
  const client = await connect(double);
  onInteraction(client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const response = await interaction.reply({ content: "public", withResponse: true });
    await response.resource?.message?.reply("own");
  });
  const reply = await double.slashCommand({ name: "ask", options: { question: "?" } }).reply();
  await double.until(() => double.messagesIn(double.start.general).length === 2);
  const route = Routes.channelMessages(double.start.general.id);
  expect(await rest(double).get(route)).toMatchObject([
    { content: "own", message_reference: { message_id: reply.id } },
    { content: "public", interaction_metadata: { user: { global_name: "Alice" } }, type: 20 },
  ]);
  expect(await rest(double).get(route)).not.toHaveProperty("0.interaction_metadata");
});

test("a session that has expired costs one IDENTIFY and loses what was said meanwhile", async () => {
  const double = await openDouble();
  answerMessages(await connect(double), "yes");
  double.gateway.expireSessions();
  double.gateway.drop();
  const lost = double.message({ content: "anyone?", mentionsBot: true });
  await double.until(() => double.gateway.identifies.length === 2);
  await double.message({ content: "and now?", mentionsBot: true }).reply();
  expect([lost.replies.length, double.gateway.resumes]).toEqual([0, 0]);
});

test("in a thread the bot needs its own permission, and a locked one is closed to it", async () => {
  const double = await openDouble();
  answerMessages(await connect(double), "yes");
  const thread = double.addThread(double.start.general, "650?");
  const reply = await double.message({ content: "?", mentionsBot: true, channel: thread }).reply();
  expect(reply.channel).toBe(thread);
  const post = () =>
    refusal(rest(double).post(Routes.channelMessages(thread.id), { body: { content: "x" } }));
  double.archive(thread, { locked: true });
  expect((await post()).code).toBe(50083);
  double.deny(double.start.general, "SendMessagesInThreads");
  expect((await post()).code).toBe(50013);
});

test("what was sent can be searched, without the bot's token", async () => {
  const double = await openDouble();
  answerMessages(await connect(double), "a marked answer");
  await double.message({ content: "?", mentionsBot: true }).reply();
  await double.settled();
  expect(double.sent()).toContain("a marked answer");
  expect(JSON.stringify(double.requests)).not.toContain(double.token);
});
