import { describe, expect, test } from "vitest";
import { plain } from "../../src/reply/plain.ts";
import { asker, testBot } from "../doubles/bot.ts";
import { document, library, source } from "../doubles/library.ts";

const bot = testBot();
const say = async (text: string, locale?: string) => plain(await bot.say({ ...asker, text, locale }));

describe("help", () => {
  test("shows three questions, one a source, and every command with its usage", async () => {
    expect(await say("help")).toMatchInlineSnapshot(`
      "I answer with the words of our sources and say where they stand, or say that it is not in them.
      For example:
      1. How many Salesforce employees signed the letter?
      2. Who turned down money from Salesforce?
      3. Which product worried the signers most?
      Commands:
      - ask <question>: Answer a question with the words of our sources
      - sources [about]: List the sources, all or about one thing
      - source <source> [paragraph]: Read a source, or one paragraph in its context
      - help: What this is, with three questions to try
      - privacy: Who sees what, and what is kept
      Written here as /ask and your question, or /receipts and the command: /receipts sources. After a mention, just the words.
      Answers to commands are seen by you alone; a mention is answered for all to see."
    `);
  });

  test("shows questions that a reader of Spanish can read", async () => {
    expect(await say("ayuda", "es")).toMatchInlineSnapshot(`
      "Respondo con las palabras de nuestras fuentes y digo dónde están, o digo que no están en ellas.
      Por ejemplo:
      1. ¿Qué dicen nuestras fuentes sobre Salesforce?
      2. ¿Qué dicen nuestras fuentes sobre Amazon?
      3. ¿Qué dicen nuestras fuentes sobre CBP?
      Comandos:
      - preguntar <question>: Responder una pregunta con las palabras de nuestras fuentes
      - fuentes [about]: Mostrar las fuentes, todas o sobre un tema
      - fuente <source> [paragraph]: Leer una fuente, o un párrafo en su contexto
      - ayuda: Qué es esto, con tres preguntas para probar
      - privacidad: Quién ve qué, y qué se guarda
      Aquí se escriben /ask y la pregunta, o /receipts y el comando: /receipts fuentes. Tras una mención bastan las palabras.
      Las respuestas a los comandos solo las ves tú; una mención se responde a la vista de todos."
    `);
  });

  test("works before there is a source", async () => {
    const empty = testBot({ library: library([]) });
    expect(plain(await empty.say({ ...asker, text: "help" }))).not.toContain("For example");
    expect(plain(await empty.say({ ...asker, text: "sources" }))).toBe("There are no sources yet.");
  });
});

describe("sources", () => {
  test("lists the works before the notes about them", async () => {
    const of = (id: string, kind: "note" | "brief") => document(source({ id, kind, title: id }), ["Words."]);
    const { say: ask } = testBot({
      library: library([of("notes/gaps", "note"), of("press/letter", "brief")]),
    });
    const listed = plain(await ask({ ...asker, text: "sources" }));
    expect(listed.indexOf("press/letter")).toBeLessThan(listed.indexOf("notes/gaps"));
  });

  test("lists what answers are made of", async () => {
    expect(await say("sources")).toMatchInlineSnapshot(`
      "5 sources
      - Employees Of Another Major Tech Company Are Petitioning Government Contracts, BuzzFeed News, June 2018 (https://example.org/press/letter): our summary, 3 paragraphs. press/letter
      - Salesforce agrees to meet with activists protesting border patrol contract, The Hill, September 2018 (https://example.org/press/meeting): our summary, 2 paragraphs. press/meeting
      - Demonstration mot Salesforce, Computer Sweden, 25 September 2018 (https://example.org/press/demonstration): our summary, 1 paragraph. press/demonstration
      - An open letter, The signers, 11 July 2019 (https://example.org/letters/open-letter): the text itself, 1 paragraph. letters/open-letter
      - The contract, Receipts, June 2018: librarian's note, 1 paragraph. notes/contract"
    `);
  });

  test("narrows the list by topic, publisher or title, accents or not", async () => {
    expect(await say("/sources raices")).toContain("1 source\n");
    expect(await say("/sources buzzfeed petitioning")).toContain("press/letter");
  });

  test.each(["“RAICES”", '"RAICES"', "`raices`", "*RAICES*"])("reads %s without its marks", async (about) => {
    expect(await say(`/sources ${about}`)).toContain("1 source\n");
  });

  test("says what there is when nothing fits", async () => {
    expect(await say("/sources astronomy")).toBe(
      "No source is about that. Our sources are about: Salesforce, CBP, RAICES, Amazon.",
    );
  });

  test("completes topics", () => {
    const about = bot.commands.find(({ name }) => name === "sources")?.params.about;
    expect(about?.kind === "text" && about.suggest?.("sales")).toEqual([
      { label: "Salesforce", value: "Salesforce" },
    ]);
  });
});

describe("source", () => {
  test("shows a paragraph between its neighbours, by words of the title and a number", async () => {
    expect(await say("/source petitioning 2")).toMatchInlineSnapshot(`
      "Employees Of Another Major Tech Company Are Petitioning Government Contracts
      BuzzFeed News, June 2018 (https://example.org/press/letter): our summary, 3 paragraphs.
      More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Paragraph 1 of 3

      Salesforce signed its contract with CBP in March 2018.
      Paragraph 2 of 3 (the cited one)

      “We are proud that our employees are passionate and vocal.”
      Paragraph 3 of 3"
    `);
  });

  test("shows the same by id and number, and by a citation's key", async () => {
    const asked = await say("/source petitioning 2");
    expect(await say("/source press/letter#2")).toBe(asked);
    expect(await say("/source letter.2")).toBe(asked);
  });

  test("takes a title as the answers show it, in quotation marks", async () => {
    const asked = await say("/source petitioning 2");
    const title = "“Employees Of Another Major Tech Company Are Petitioning Government Contracts”";
    expect(await say(`/source ${title} 2`)).toBe(asked);
    expect(await say('/source "petitioning" 2')).toBe(asked);
  });

  test("begins at the beginning without a number", async () => {
    expect(await say("/source An open letter")).toMatchInlineSnapshot(`
      "An open letter
      The signers, 11 July 2019 (https://example.org/letters/open-letter): the text itself, 1 paragraph.
      “We believe that our company should not be in this business.”
      Paragraph 1 of 1"
    `);
  });

  test.each([
    ["nobody", "/source nobody", "We have no source of that name. The command sources lists what we have."],
    ["several", "/source salesforce", "Did you mean one of these? press/meeting, press/demonstration"],
    ["no paragraph", "/source petitioning 9", "That source has the paragraphs 1 to 3."],
    ["nothing", "/source", "Did you mean one of these? press/letter,"],
  ])("says what is wrong with a name of %s", async (_, text, reply) => {
    expect(await say(text)).toContain(reply);
  });
});

test("privacy says who sees what, way by way", async () => {
  expect(await say("privacy")).toMatchInlineSnapshot(`
    "- Commands: only you see the answer in this channel. Slack or Discord still handles what you type.
    - Mentions: your question and the answer are seen by everyone in the channel.
    - Direct messages: between you, the bot and the platform. A private answer cannot be corrected later.
    - Terminal: nothing leaves this machine. Ask at the prompt, so that no question lands in the shell's history.
    - Share posts what was found and its source, never your question or name. The moment may give you away.
    - The bot keeps nothing about people: no names, no ids, no questions. Its log holds counts, error names and durations.
    - For digests and corrections the bot keeps which channels get them and which of our words were posted there; never anything of a direct message.
    - Whoever owns a workspace can read its messages, direct ones included. Slack belongs to Salesforce.
    - The server that runs the bot sees questions pass through its memory and writes none down.
    - Everything in our sources can be read by anyone who can message the bot, guests and connected workspaces included."
  `);
});
