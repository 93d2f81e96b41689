import { describe, expect, test } from "vitest";
import { composeDigest } from "../../src/digest/digest.ts";
import { changesBetween, currentEdition } from "../../src/digest/edition.ts";
import type { Edition, Subscription } from "../../src/digest/model.ts";
import { plain } from "../../src/reply/plain.ts";
import { type GivenLibrary, givenLibrary } from "../doubles/given-library.ts";

const letter = {
  title: "The letter",
  topics: ["Salesforce"],
  body: "This came late.\n\nMore than 650 Salesforce employees had signed the letter. It was sent in June.\n\nThe company answered.",
};
const meeting = {
  title: "The meeting",
  topics: ["RAICES"],
  body: "RAICES turned down $250,000 from Salesforce in July 2018.",
};
const small = () => givenLibrary({ "press/letter": letter, "press/meeting": meeting });

const subscription: Subscription = {
  id: "s1",
  room: { platform: "slack", channel: "C1", thread: undefined },
  schedule: { weekdays: [1], minuteOfDay: 540, zone: "Europe/Stockholm" },
  topics: [],
  language: "en",
  always: false,
  next: new Date("2027-03-08T08:00Z"),
  pause: undefined,
  edition: "",
  begun: true,
};
const wish = (before: Edition | undefined, more: Partial<Subscription> = {}) => ({
  subscription: { ...subscription, ...more },
  before,
  at: subscription.next,
  late: undefined,
  skipped: [],
});
const digestOf = (library: GivenLibrary, before: Edition | undefined, more: Partial<Subscription> = {}) => {
  const { reply } = composeDigest(library, wish(before, more));
  return reply && plain(reply);
};

describe("a digest", () => {
  test("shows what was added, with its best sentence and citation", () => {
    const library = givenLibrary({ "press/meeting": meeting });
    const before = currentEdition(library);
    library.put("press/letter", letter);
    expect(digestOf(library, before)).toMatchInlineSnapshot(`
      "What is new in our sources
      Added: The letter (The Paper, June 2018)
      More than 650 Salesforce employees had signed the letter.
      Our summary, not The Paper's words: The Paper, June 2018, “The letter” (https://example.org/work). Summary paragraph 2."
    `);
  });

  test("shows the new words of what was revised, and what was withdrawn", () => {
    const library = small();
    const before = currentEdition(library);
    library.put("press/letter", { ...letter, body: letter.body.replace("650", "870") });
    library.remove("press/meeting");
    expect(digestOf(library, before)).toMatchInlineSnapshot(`
      "What is new in our sources
      Revised: The letter (The Paper)
      More than 870 Salesforce employees had signed the letter.
      Our summary, not The Paper's words: The Paper, June 2018, “The letter” (https://example.org/work). Summary paragraph 2.
      Withdrawn from our sources: The meeting (The Paper, June 2018)"
    `);
  });

  test("says so when words only went", () => {
    const library = small();
    const before = currentEdition(library);
    library.put("press/letter", { ...letter, body: letter.body.split("\n\n").slice(0, 2).join("\n\n") });
    expect(digestOf(library, before)).toContain(
      "Only its name, its date or words that are gone now have changed.",
    );
  });

  test("is not sent when nothing is new, unless one line is wanted", () => {
    const library = small();
    expect(digestOf(library, currentEdition(library))).toBeUndefined();
    expect(digestOf(library, currentEdition(library), { always: true })).toMatchInlineSnapshot(`
      "What is new in our sources
      Nothing was added, revised or withdrawn since the last digest."
    `);
  });

  test("is a baseline the first time, not a flood", () => {
    const library = small();
    expect(digestOf(library, currentEdition(library), { begun: false })).toMatchInlineSnapshot(`
      "What is new in our sources
      The first digest of this channel: our sources are 2 works, the newest from June 2018. From now on you get what is added, revised or withdrawn."
    `);
  });

  test("keeps to its topics, and says what it left out and why", () => {
    const library = givenLibrary({});
    const before = currentEdition(library);
    library.put("press/letter", letter);
    library.put("press/meeting", meeting);
    library.put("notes/one", { kind: "note", title: "A note", body: "A note about it." });
    const { reply, leftOut } = composeDigest(library, wish(before, { topics: ["RAICES"] }));
    expect(reply && plain(reply)).not.toContain("The letter");
    expect(leftOut).toEqual([
      { title: "A note", why: "note" },
      { title: "The letter", why: "other-topic" },
    ]);
  });

  test("speaks the reader's language and says whose the words are", () => {
    const library = givenLibrary({ "press/meeting": meeting });
    const before = currentEdition(library);
    library.put("press/letter", letter);
    expect(digestOf(library, before, { language: "sv" })).toMatchInlineSnapshot(`
      "Nytt i våra källor
      Ny: The letter (The Paper, juni 2018)
      More than 650 Salesforce employees had signed the letter.
      Vår sammanfattning, på engelska, inte The Papers egna ord: The Paper, juni 2018, ”The letter” (https://example.org/work). Sammanfattningens stycke 2."
    `);
    expect(digestOf(library, before, { language: "es" })).toContain(
      "Nueva: The letter (The Paper, junio de 2018)",
    );
  });

  test("says that it is late, and what was skipped", () => {
    const library = small();
    const { reply } = composeDigest(library, {
      ...wish(currentEdition(library), { always: true }),
      late: new Date("2027-03-08T08:00Z"),
      skipped: [new Date("2027-03-01T08:00Z")],
    });
    expect(reply && plain(reply)).toMatchInlineSnapshot(`
      "What is new in our sources
      Late: this was due on Monday, 8 March 2027, 09:00.
      Not sent, because the bot could not: Monday, 1 March 2027, 09:00. What was new then is in this one.
      Nothing was added, revised or withdrawn since the last digest."
    `);
  });

  test("of many works names what it has no space for", () => {
    const library = givenLibrary({});
    const before = currentEdition(library);
    for (let at = 10; at < 30; at++)
      library.put(`press/${at}`, { ...letter, title: `Work ${at}`, body: `Work ${at} has its own words.` });
    const text = digestOf(library, before) ?? "";
    expect(text.match(/^Added: /gm)).toHaveLength(4);
    expect(text).toContain(
      "Also new or changed: Work 14; Work 15; Work 16; Work 17; Work 18; Work 19; and 10 more.",
    );
  });

  test("remembers what it showed, for the day it turns out wrong", () => {
    const library = givenLibrary({});
    const before = currentEdition(library);
    library.put("press/meeting", meeting);
    expect(composeDigest(library, wish(before)).shown).toEqual([
      {
        source: "press/meeting",
        title: "The meeting",
        publisher: "The Paper",
        paragraph: 1,
        quote: meeting.body,
        text: meeting.body,
      },
    ]);
  });
});

describe("nothing is news", () => {
  const unchanged = (change: (library: GivenLibrary) => void) => {
    const library = small();
    const before = currentEdition(library);
    change(library);
    return changesBetween(before, currentEdition(library), library);
  };

  test.each<[string, (library: GivenLibrary) => void]>([
    ["when a file is read again", (library) => library.put("press/letter", letter)],
    [
      "when a file is renamed or moved",
      (library) => {
        library.remove("press/letter");
        library.put("archive/2018/letter", letter);
      },
    ],
    [
      "when formatting, quotation marks or line breaks change",
      (library) =>
        library.put("press/letter", {
          ...letter,
          body: letter.body.replace("650 Salesforce", "**650**\nSalesforce"),
        }),
    ],
    [
      "when paragraphs change places",
      (library) =>
        library.put("press/letter", { ...letter, body: letter.body.split("\n\n").reverse().join("\n\n") }),
    ],
    [
      "when a librarian writes a note",
      (library) => library.put("notes/one", { kind: "note", body: "A note." }),
    ],
  ])("%s", (_, change) => expect(unchanged(change)).toEqual([]));

  test("on another machine with the same files", () => {
    expect(currentEdition(small())).toEqual(currentEdition(small()));
  });

  test("when a file breaks and is mended, with a restart and a digest between", () => {
    const library = small();
    const before = currentEdition(library);
    library.breakUp("press/letter");
    const { reply, edition } = composeDigest(library, wish(before));
    expect([reply, edition]).toEqual([undefined, before]);
    library.put("press/letter", letter);
    expect(digestOf(library, edition)).toBeUndefined();
  });

  test("when the bot is pointed at another folder, whose works are not compared", () => {
    const before = currentEdition(small());
    const other = givenLibrary({ "other/work": { title: "Else", body: "Other words altogether." } });
    expect(composeDigest(other, wish(before))).toMatchObject({
      reply: undefined,
      edition: { sources: before.sources },
    });
  });

  test("when the last edition is not known any more", () => {
    expect(digestOf(small(), undefined)).toBeUndefined();
  });
});
