import { describe, expect, test } from "vitest";
import type { Answer, Place } from "../../src/model.ts";
import { plain } from "../../src/reply/plain.ts";
import { answerReply, sharedReply } from "../../src/reply/reply.ts";
import { shownBy, shownKeys } from "../../src/reply/shown.ts";
import { citation } from "../doubles/library.ts";
import {
  buzzfeed,
  donation,
  ended,
  finding,
  found,
  hill,
  letterText,
  notFound,
  pressLibrary,
  signers,
  sweden,
} from "../doubles/press.ts";

const channel: Place = { platform: "slack", channel: "C1", thread: undefined, direct: false };
const context = {
  place: channel,
  audience: "asker",
  locale: undefined,
  sources: pressLibrary.sources(),
  staffed: true,
} as const;

const shown = (answer: Answer, locale?: string) => plain(answerReply(answer, { ...context, locale }));
const buttons = (answer: Answer, more: Partial<typeof context> | { audience: "channel" } = {}) =>
  answerReply(answer, { ...context, ...more }).actions.map(({ label }) => label);

describe("an answer in words", () => {
  test("names our summary as ours, and says how others put it less exactly", () => {
    expect(shown(signers)).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 1.
      Less exact elsewhere: hundreds (our summary of The Hill, September 2018, https://example.org/press/meeting).
      True as of June 2018; our sources on this end on 25 September 2018."
    `);
  });

  test("puts three dots where words of a long sentence are left out, within its quotation marks", () => {
    const cut = (leftOut: readonly [boolean, boolean], kind: "brief" | "document") => {
      const whole = citation(buzzfeed, 1);
      const given = { ...whole, quote: "and so 420 signed", leftOut, source: { ...whole.source, kind } };
      return shown(found([finding(given)])).split("\n")[0];
    };
    expect(cut([true, true], "document")).toBe("“… and so 420 signed …”");
    expect(cut([false, true], "document")).toBe("“and so 420 signed …”");
    expect(cut([true, false], "brief")).toBe("… and so 420 signed");
  });

  test("sets two accounts side by side and declares no winner", () => {
    expect(shown(donation)).toMatchInlineSnapshot(`
      "Two accounts in our sources. We do not say which is right.
      1. Turned down: RAICES turned down $250,000 from Salesforce in July 2018, in protest at its CBP contract.
      (Our summary · The Hill · September 2018 · https://example.org/press/meeting)

      2. Handed back: Raices lämnade tillbaka de 250 000 dollarna, enligt The Register.
      (Our summary, in Swedish · Computer Sweden · 25 September 2018 · https://example.org/press/demonstration)
      Same in both: $250,000."
    `);
  });

  test("says what was searched when nothing was found", () => {
    expect(shown(ended)).toMatchInlineSnapshot(`
      "Not in our sources.
      We searched 5 sources, June 2018 to July 2019. That does not tell you whether it happened.
      Librarian's note: none of these sources reports that Salesforce ended its CBP contract.
      Nearest, not an answer: the Salesforce–CBP contract (BuzzFeed News, June 2018, https://example.org/press/letter)."
    `);
  });

  test("puts published words in quotation marks, and owns up to not having compared them", () => {
    expect(shown(found([finding(citation(letterText, 1))]))).toMatchInlineSnapshot(`
      "“We believe that our company should not be in this business.”
      The signers, 11 July 2019, “An open letter” (https://example.org/letters/open-letter). Paragraph 1.
      True as of 11 July 2019, where our sources on this end. Not checked against the published work yet."
    `);
  });

  test("quotes a speaker within our summary as a quotation", () => {
    expect(shown(found([finding(citation(buzzfeed, 3))]))).toMatchInlineSnapshot(`
      "“We are proud that our employees are passionate and vocal.”
      Quoted from BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 3.
      True as of June 2018; our sources on this end on 25 September 2018."
    `);
  });

  test("names further citations of one fact, and a source that is named already only briefly", () => {
    const merged = finding(citation(buzzfeed, 1), citation(hill, 2), citation(sweden, 1));
    expect(shown(found([merged, finding(citation(buzzfeed, 2))]))).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 1.
      Also: our summary of The Hill, September 2018 (https://example.org/press/meeting), paragraph 2.
      Also: our summary, in Swedish, of Computer Sweden, 25 September 2018 (https://example.org/press/demonstration), paragraph 1.

      Salesforce signed its contract with CBP in March 2018.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 2.
      True as of June 2018; our sources on this end on 25 September 2018."
    `);
  });

  test("leads with the newest source's date when asked about now", () => {
    expect(shown(found([finding(citation(buzzfeed, 2))], { asksForNow: true }))).toMatchInlineSnapshot(`
      "Our newest source on this is from 25 September 2018. What has happened since is not in our sources.
      Salesforce signed its contract with CBP in March 2018.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 2.
      True as of June 2018; our sources on this end on 25 September 2018."
    `);
  });

  test("shows figures from different moments with their dates", () => {
    const difference = { kind: "different-moments", about: "", sides: [[0], [1]], same: undefined } as const;
    expect(shown({ ...signers, difference })).toMatchInlineSnapshot(`
      "Figures from different moments in our sources.
      1. More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      (Our summary · BuzzFeed News · June 2018 · https://example.org/press/letter)

      2. Hundreds of Salesforce employees had signed a letter in June 2018.
      (Our summary · The Hill · September 2018 · https://example.org/press/meeting)"
    `);
  });

  test("shows two figures with whatever else was found below them", () => {
    const difference = { kind: "two-figures", about: "", sides: [[0], [1]], same: undefined } as const;
    const findings = [
      ...signers.findings,
      finding(citation(buzzfeed, 2)),
    ] as unknown as typeof signers.findings;
    expect(shown({ ...signers, findings, difference })).toMatchInlineSnapshot(`
      "Two figures in our sources.
      1. More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      (Our summary · BuzzFeed News · June 2018 · https://example.org/press/letter)

      2. Hundreds of Salesforce employees had signed a letter in June 2018.
      (Our summary · The Hill · September 2018 · https://example.org/press/meeting)

      Salesforce signed its contract with CBP in March 2018.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 2."
    `);
  });

  test("asks for words when there were none", () => {
    expect(shown(notFound({ reason: "nothing-asked" }))).toMatchInlineSnapshot(
      `
      "Ask in words, a name or a number for instance, and you get what our sources say about it.
      For example:
      1. How many Salesforce employees signed the letter?
      2. Who turned down money from Salesforce?
      3. Which product worried the signers most?"
    `,
    );
  });
});

describe("wording", () => {
  test("is Swedish for a Swedish question", () => {
    expect(
      [signers, donation, ended].map((each) => shown({ ...each, language: "sv" })).join("\n\n"),
    ).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Vår sammanfattning, på engelska, inte BuzzFeed News egna ord: BuzzFeed News, juni 2018, ”Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Sammanfattningens stycke 1.
      Mindre exakt på annat håll: hundreds (vår sammanfattning på engelska av The Hill, september 2018, https://example.org/press/meeting).
      Läget i juni 2018; våra källor om detta slutar den 25 september 2018.

      Två versioner i våra källor. Vi säger inte vilken som stämmer.
      1. Turned down: RAICES turned down $250,000 from Salesforce in July 2018, in protest at its CBP contract.
      (Vår sammanfattning, på engelska · The Hill · september 2018 · https://example.org/press/meeting)

      2. Handed back: Raices lämnade tillbaka de 250 000 dollarna, enligt The Register.
      (Vår sammanfattning · Computer Sweden · 25 september 2018 · https://example.org/press/demonstration)
      Lika i båda: $250,000.

      Finns inte i våra källor.
      Vi sökte i 5 källor, juni 2018 till juli 2019. Det säger inte om det har hänt eller inte.
      Bibliotekariens anmärkning: none of these sources reports that Salesforce ended its CBP contract.
      Närmast, men inget svar: the Salesforce–CBP contract (BuzzFeed News, juni 2018, https://example.org/press/letter)."
    `);
  });

  test("is Spanish for a Spanish question", () => {
    expect(
      [signers, donation, ended].map((each) => shown({ ...each, language: "es" })).join("\n\n"),
    ).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Resumen nuestro, en inglés, no palabras de BuzzFeed News, junio de 2018, «Employees Of Another Major Tech Company Are Petitioning Government Contracts» (https://example.org/press/letter). Párrafo 1 del resumen.
      Menos exacto en otra fuente: hundreds (nuestro resumen, en inglés, de The Hill, septiembre de 2018, https://example.org/press/meeting).
      Situación en junio de 2018; nuestras fuentes sobre esto terminan el 25 de septiembre de 2018.

      Dos versiones en nuestras fuentes. No decimos cuál es la correcta.
      1. Turned down: RAICES turned down $250,000 from Salesforce in July 2018, in protest at its CBP contract.
      (Resumen nuestro, en inglés · The Hill · septiembre de 2018 · https://example.org/press/meeting)

      2. Handed back: Raices lämnade tillbaka de 250 000 dollarna, enligt The Register.
      (Resumen nuestro, en sueco · Computer Sweden · 25 de septiembre de 2018 · https://example.org/press/demonstration)
      Igual en ambas: $250,000.

      No está en nuestras fuentes.
      Buscamos en 5 fuentes, de junio de 2018 a julio de 2019. Eso no indica si ocurrió o no.
      Nota de biblioteca: none of these sources reports that Salesforce ended its CBP contract.
      Lo más cercano, sin ser respuesta: the Salesforce–CBP contract (BuzzFeed News, junio de 2018, https://example.org/press/letter)."
    `);
  });

  test("is the interface's where we have no words in the question's language, English at last", () => {
    const inGerman: Answer = { ...ended, language: "de", notes: [], nearest: [] };
    expect(shown(inGerman, "sv-SE")).toContain("Finns inte i våra källor.");
    expect(shown(inGerman, "de")).toContain("Not in our sources.");
  });
});

describe("buttons", () => {
  test("of a private answer in a channel begin with Share", () => {
    expect(buttons(signers)).toEqual(["Share…", "More", "Context", "Something wrong?"]);
  });

  test("of an answer that all can see, or in a direct message, have no Share", () => {
    expect(buttons(signers, { audience: "channel" })).toEqual(["More", "Context", "Something wrong?"]);
    const direct = answerReply(signers, { ...context, place: { ...channel, direct: true } });
    expect(direct.actions.map(({ kind }) => kind)).toEqual(["more", "context", "wrong"]);
  });

  test("of a not-found lead to the librarians, if there are any", () => {
    expect(buttons(ended)).toEqual(["Ask the librarians…"]);
    expect(answerReply(ended, { ...context, staffed: false }).actions).toEqual([]);
  });

  test("carry keys without spaces and without a word of the question", () => {
    const keys = answerReply(donation, context).actions.flatMap((each) => each.keys);
    expect(keys.every((key) => /^[\w.+~%-]+$/.test(key))).toBe(true);
  });
});

describe("a shared post", () => {
  test("is the findings and sources again, from keys alone", () => {
    for (const answer of [signers, donation]) {
      const keys = shownKeys({ ...answer, language: "en" });
      const declared = { ...pressLibrary, differences: () => differencesOf(answer) };
      const again = shownBy(keys, declared);
      expect(again && plain(sharedReply(again, pressLibrary.sources()))).toBe(shown(answer));
    }
  });

  test("is not made when a paragraph has changed since", () => {
    const keys = shownKeys({ ...signers, language: "en" });
    expect(shownBy(keys, { ...pressLibrary, cite: () => undefined })).toBeUndefined();
  });

  test("has no notes and no buttons", () => {
    const post = sharedReply({ ...signers, language: "sv" }, []);
    expect(post.actions).toEqual([]);
    expect(post.audience).toBe("channel");
  });
});

function differencesOf({ difference, findings }: typeof signers) {
  if (difference === undefined || difference.kind === "two-figures") return [];
  const { kind, about, names = [] } = difference;
  const sides = difference.sides.map((side) =>
    side.flatMap(
      (at) =>
        findings[at]?.citations.map((each) => ({ source: each.source.id, paragraph: each.paragraph })) ?? [],
    ),
  );
  return [{ kind, about, names, sides }];
}
