import { describe, expect, test } from "vitest";
import { ConfigError, DataFolderError, DeliveryError, KnowledgeError } from "../src/errors.ts";
import { plain } from "../src/reply/plain.ts";
import { asker, channelDouble, pressOf, testBot } from "./doubles/bot.ts";
import { buzzfeed, donation, ended, pressLibrary, signers } from "./doubles/press.ts";

const say = async (text: string, bot = testBot()) => plain(await bot.say({ ...asker, text }));

describe("what is said", () => {
  test("is answered as a question", async () => {
    expect(await say("Did it end?")).toContain("Not in our sources.");
  });

  test("is never repeated", async () => {
    const mark = "xyzzymark";
    for (const text of [mark, `/${mark}`, `/source ${mark}`, `/sources ${mark}`, mark.repeat(80)]) {
      expect(await say(text)).not.toContain(mark);
    }
  });

  test("may have slipped, and then the command is named", async () => {
    expect(await say("/sorce letter")).toBe(
      "There is no such command. Did you mean source <source> [paragraph]?",
    );
    expect(await say("/frobnicate")).toBe(
      "There is no such command. There are: ask, sources, source, help, privacy.",
    );
  });

  test("is told to be shorter when it is longer than a question can be", async () => {
    expect(await say("why ".repeat(2500))).toMatchInlineSnapshot(
      `"That is 9999 characters; a question has at most 500. Please ask for one fact at a time, in a sentence or two."`,
    );
  });

  test("is told so in the language of its own, as it would be answered, whatever the interface's", async () => {
    const inSwedish = (text: string) => text.length <= 500 && text.startsWith("hur många");
    const bot = testBot({ answer: ({ text }) => ({ ...ended, language: inSwedish(text) ? "sv" : "de" }) });
    for (const locale of [undefined, "en-US"]) {
      const reply = await bot.say({ ...asker, locale, text: `hur många ${"skrev under ".repeat(50)}` });
      expect([reply.language, plain(reply)]).toEqual(["sv", expect.stringContaining("högst 500. Fråga")]);
    }
    const reply = await bot.say({ ...asker, locale: "es-ES", text: "warum ".repeat(100) });
    expect([reply.language, plain(reply)]).toEqual(["es", expect.stringContaining("500")]);
  });

  test("is answered in the interface's language when it is a mistake", async () => {
    const reply = await testBot().say({ ...asker, locale: "sv-SE", text: "/hjlp" });
    expect(plain(reply)).toBe("Det finns inget sådant kommando. Menade du hjälp?");
  });
});

describe("a failure", () => {
  const failing = (error: unknown) =>
    testBot({
      answer: () => {
        throw error;
      },
    });

  test("that nobody expected is logged once by its name and answered with an apology", async () => {
    const bot = failing(new TypeError("cannot read: who signed?"));
    expect(await say("who signed?", bot)).toBe(
      "Sorry, that went wrong on our side. Nothing you typed was kept. Please try once more.",
    );
    expect(bot.logged).toEqual(['{"event":"failure","error":"TypeError"}']);
  });

  test("of the corpus is not shown to who asks", async () => {
    const bot = failing(new KnowledgeError("/srv/knowledge/a.md:1: broken"));
    expect(await say("who?", bot)).not.toContain("/srv");
    expect(bot.logged).toEqual(['{"event":"failure","error":"KnowledgeError"}']);
  });

  test("of the data folder is told with what to do, and no path; of another setting it is not", async () => {
    const problem = "DATA_DIR: /srv/data is a file";
    const reply = (locale: string, error: Error) =>
      failing(error)
        .say({ ...asker, locale, text: "who?" })
        .then(plain);
    expect(await reply("en", new DataFolderError("folder", problem))).toMatchInlineSnapshot(
      `"Digests cannot be kept: what DATA_DIR names is no folder, or cannot be written to. Name a folder of the bot's own in .env and start again; npm run doctor says what is wrong."`,
    );
    expect(await reply("sv", new DataFolderError("held", problem))).toMatchInlineSnapshot(
      `"Sammandrag kan inte sparas: en annan Receipts använder mappen som DATA_DIR anger. Stoppa den först, eller ange en annan mapp i .env och starta om."`,
    );
    expect(await reply("es", new DataFolderError("file", problem))).toMatchInlineSnapshot(
      `"No se pueden guardar resúmenes: el archivo de la carpeta que indica DATA_DIR no se puede usar. npm run doctor dice por qué y qué hacer."`,
    );
    expect(await reply("en", new ConfigError(["SLACK_BOT_TOKEN: refused"]))).toContain(
      "went wrong on our side",
    );
  });

  test("need not even be an error", async () => {
    const bot = failing("who signed?");
    await say("who?", bot);
    expect(bot.logged).toEqual(['{"event":"failure","error":"string"}']);
  });

  test("to post is told to who pressed, and leaves the button to try again", async () => {
    const bot = testBot({ answer: () => signers });
    const reply = await bot.say({ ...asker, text: "how many?" });
    const channel = channelDouble();
    const broken = {
      ...channel,
      post: () => Promise.reject(new DeliveryError("not_in_channel", { effect: "not-a-member" })),
    };
    const press = { ...pressOf(reply, "share"), action: "share-confirmed" } as const;
    expect(plain((await bot.press(press, broken)).reply)).toContain("could not be posted here");
    expect(plain((await bot.press(press, channel)).reply)).toBe("Posted. Your name is not on it.");
  });
});

describe("Share", () => {
  const bot = testBot({ answer: () => donation, library: { ...pressLibrary } });
  const ask = () => bot.say({ ...asker, text: "xyzzymark donation?" });

  test("asks once before it posts, and can be cancelled", async () => {
    const { reply, replaces } = await bot.press(pressOf(await ask(), "share"), channelDouble());
    expect(plain(reply)).toBe("Post to this channel? Your name is not on it; the moment may give you away.");
    expect(reply.actions.map(({ label }) => label)).toEqual(["Post", "Cancel"]);
    expect(replaces).toBe(false);
    const cancelled = await bot.press(pressOf(reply, "cancel"), channelDouble());
    expect([plain(cancelled.reply), cancelled.replaces]).toEqual(["Not posted.", true]);
  });

  test("posts findings and sources, not the question, and can be taken back", async () => {
    const channel = channelDouble();
    const confirm = await bot.press(pressOf(await ask(), "share"), channel);
    const shared = await bot.press(pressOf(confirm.reply, "share-confirmed"), channel);
    expect(shared.replaces).toBe(true);
    const [post] = [...channel.posts.values()];
    expect(post && plain(post)).toMatchInlineSnapshot(`
      "Two accounts in our sources. We do not say which is right.
      1. RAICES turned down $250,000 from Salesforce in July 2018, in protest at its CBP contract.
      (Our summary · The Hill · September 2018 · https://example.org/press/meeting)

      2. Raices lämnade tillbaka de 250 000 dollarna, enligt The Register.
      (Our summary, in Swedish · Computer Sweden · 25 September 2018 · https://example.org/press/demonstration)
      Same in both: $250,000."
    `);
    expect(JSON.stringify([post, confirm, shared])).not.toContain("xyzzymark");
    const back = await bot.press(pressOf(shared.reply, "take-back"), channel);
    expect(plain(back.reply)).toBe("Taken back. Who has seen it, has seen it.");
    expect(channel.posts.size).toBe(0);
  });

  test("counts once when pressed twice at once, and says so", async () => {
    const channel = channelDouble();
    const confirm = await bot.press(pressOf(await ask(), "share"), channel);
    const press = pressOf(confirm.reply, "share-confirmed", "M2");
    const both = await Promise.all([bot.press(press, channel), bot.press(press, channel)]);
    expect(channel.posts.size).toBe(1);
    expect(both.map(({ reply }) => plain(reply))).toEqual([
      "Posted. Your name is not on it.",
      "This is posted already; it was not posted twice.",
    ]);
    const other = await bot.press({ ...press, message: "M3" }, channel);
    expect(plain(other.reply)).toBe("Posted. Your name is not on it.");
  });

  test("is taken back once, however often that is pressed", async () => {
    const channel = channelDouble();
    const removed: string[] = [];
    const remove = async (postId: string) => void removed.push(postId);
    const counting = { ...channel, remove, post: async () => "once" };
    const confirm = await bot.press(pressOf(await ask(), "share"), counting);
    const shared = await bot.press(pressOf(confirm.reply, "share-confirmed", "M9"), counting);
    const back = pressOf(shared.reply, "take-back");
    const both = await Promise.all([bot.press(back, counting), bot.press(back, counting)]);
    expect(both.map(({ reply }) => plain(reply))).toEqual(
      Array(2).fill("Taken back. Who has seen it, has seen it."),
    );
    expect(removed).toHaveLength(1);
  });

  test.each(["not-allowed", "unknown"] as const)(
    "that could not be taken back (%s) is not told as one that could not be posted",
    async (effect) => {
      const own = testBot({ answer: () => donation });
      const channel = channelDouble();
      const stuck = { ...channel, remove: () => Promise.reject(new DeliveryError("no", { effect })) };
      const confirm = await own.press(pressOf(await ask(), "share"), stuck);
      const shared = await own.press(pressOf(confirm.reply, "share-confirmed"), stuck);
      const back = pressOf(shared.reply, "take-back");
      const { reply, replaces } = await own.press(back, stuck);
      expect([plain(reply), replaces]).toEqual([
        "That could not be taken back, as far as we can tell. Please look at the channel, and try again.",
        false,
      ]);
      const again = await own.press(back, channel);
      expect(plain(again.reply)).toBe("Taken back. Who has seen it, has seen it.");
    },
  );

  test("says so when the source has changed since", async () => {
    const press = pressOf(await ask(), "share");
    const changed = testBot({ library: { ...pressLibrary, cite: () => undefined } });
    const { reply } = await changed.press(press, channelDouble());
    expect(plain(reply)).toBe("Our sources have changed here since this message. Please ask again.");
  });
});

describe("the other buttons", () => {
  const bot = testBot({ answer: () => signers, staffed: true });
  const press = async (action: "more" | "context" | "wrong") => {
    const reply = await bot.say({ ...asker, text: "how many?" });
    return bot.press(pressOf(reply, action), channelDouble());
  };

  test("show further passages", async () => {
    expect(plain((await press("more")).reply)).toMatchInlineSnapshot(`
      "Further passages, best first. They may not answer the question.
      Salesforce signed its contract with CBP in March 2018.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 2."
    `);
  });

  test.each(["more", "context", "wrong"] as const)(
    "say so when all that %s showed has changed since",
    async (action) => {
      const press = pressOf(await bot.say({ ...asker, text: "how many?" }), action);
      const changed = testBot({ library: { ...pressLibrary, cite: () => undefined } });
      const { reply } = await changed.press(press, channelDouble());
      expect(plain(reply)).toBe("Our sources have changed here since this message. Please ask again.");
    },
  );

  test("show the paragraphs with their neighbours", async () => {
    expect(plain((await press("context")).reply)).toMatchInlineSnapshot(`
      "Employees Of Another Major Tech Company Are Petitioning Government Contracts
      BuzzFeed News, June 2018 (https://example.org/press/letter): our summary, 3 paragraphs.
      More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Paragraph 1 of 3 (the cited one)

      Salesforce signed its contract with CBP in March 2018.
      Paragraph 2 of 3

      Salesforce agrees to meet with activists protesting border patrol contract
      The Hill, September 2018 (https://example.org/press/meeting): our summary, 2 paragraphs.
      RAICES turned down $250,000 from Salesforce in July 2018, in protest at its CBP contract.
      Paragraph 1 of 2

      Hundreds of Salesforce employees had signed a letter in June 2018.
      Paragraph 2 of 2 (the cited one)"
    `);
  });

  test("lead from a doubt to the published works and the librarians", async () => {
    const { reply } = await press("wrong");
    expect(plain(reply)).toMatchInlineSnapshot(`
      "Please compare with the published work:
      - Employees Of Another Major Tech Company Are Petitioning Government Contracts, BuzzFeed News (https://example.org/press/letter). press/letter
      - Salesforce agrees to meet with activists protesting border patrol contract, The Hill (https://example.org/press/meeting). press/meeting
      Whoever keeps the sources can correct the file named above, and every answer with it."
    `);
    expect(reply.actions.map(({ label }) => label)).toEqual(["Ask the librarians…"]);
  });

  test("keep the language of the message they are on", async () => {
    const swedish = testBot({ answer: () => ({ ...signers, language: "sv" }) });
    const reply = await swedish.say({ ...asker, text: "hur många?" });
    const { reply: context } = await swedish.press(pressOf(reply, "context"), channelDouble());
    expect(context.language).toBe("sv");
  });

  test("ask an example question of help", async () => {
    const help = await bot.say({ ...asker, text: "help" });
    const { reply } = await bot.press(pressOf(help, "ask-example"), channelDouble());
    expect(plain(reply)).toContain(buzzfeed.passages[0]?.text);
  });

  test("send the librarians what was typed, without a name", async () => {
    const staff = channelDouble();
    const reply = await bot.toLibrarians("Do you have the Oracle letter?", undefined, staff);
    expect(plain(reply)).toContain("without your name");
    expect([...staff.posts.values()].map(plain)).toEqual([
      "To the librarians, without a name:\nDo you have the Oracle letter?",
    ]);
    expect(bot.librarianForm("sv").title).toBe("Fråga bibliotekarierna");
  });

  test("send the librarians nothing where nothing was typed, and say so where it does not arrive", async () => {
    const staff = channelDouble();
    expect(plain(await bot.toLibrarians(" \n ", undefined, staff))).toBe(
      "Nothing was typed, so nothing was sent.",
    );
    expect(staff.posts.size).toBe(0);
    const closed = { ...staff, post: () => Promise.reject(new DeliveryError("no", { effect: "gone" })) };
    expect(plain(await bot.toLibrarians("Hello?", undefined, closed))).toBe(
      "That did not reach the librarians, as far as we can tell. Please try again later.",
    );
  });

  test("never cut a character in what the librarians are sent", async () => {
    const staff = channelDouble();
    await bot.toLibrarians(`x${"🌹".repeat(1500)}`, undefined, staff);
    expect([...staff.posts.values()].map(plain).join("")).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});
