import { describe, expect, test } from "vitest";
import { renderDiscord } from "../../adapters/discord/render.ts";
import { renderSlack } from "../../adapters/slack/render.ts";
import { passageKey } from "../../src/answer/citations.ts";
import {
  correctionReply,
  editedReply,
  passagesAfter,
  pendingCorrections,
} from "../../src/digest/corrections.ts";
import type { Room, SharedPost } from "../../src/digest/model.ts";
import { createPostMemory } from "../../src/digest/post-memory.ts";
import type { Difference, Finding } from "../../src/model.ts";
import { findingBlock } from "../../src/reply/findings.ts";
import { plain } from "../../src/reply/plain.ts";
import { answerReply, sharedReply } from "../../src/reply/reply.ts";
import { memoryDigestStore } from "../doubles/digest-store.ts";
import { type GivenLibrary, givenLibrary } from "../doubles/given-library.ts";
import { notFound } from "../doubles/press.ts";

const first = "More than 650 employees signed the letter. It was sent in June 2018.";
const letter = {
  title: "The letter",
  body: `${first}\n\nThe company answered in a week, according to the paper.`,
};
const meeting = { title: "The meeting", body: "RAICES turned down $250,000 from Salesforce." };
const room: Room = { platform: "slack", channel: "C1", thread: undefined };
const now = new Date("2027-03-01T09:00Z");

function never(): never {
  throw new Error("is not in the library");
}

/** A library, and what one post of the letter's first sentence and the meeting showed of it. */
async function posted() {
  const library = givenLibrary({ "press/letter": letter, "press/meeting": meeting });
  const store = memoryDigestStore();
  const { sharedPosts } = store;
  const memory = createPostMemory(store, library, { now: () => now, log: () => undefined });
  const blocks = ["press/letter", "press/meeting"].flatMap((source) => {
    const passage = library.passage({ source, paragraph: 1 });
    const citation = passage && library.cite(`${passageKey(passage)}.0.0`);
    return citation === undefined ? [] : [findingBlock({ citations: [citation] }, [])];
  });
  await memory.remember({ ...room, direct: false }, "p1", {
    audience: "channel",
    language: "en",
    blocks,
    actions: [],
  });
  return { library, posts: await sharedPosts.all(), sharedPosts, memory };
}

async function pendingAfter(change: (library: GivenLibrary) => void) {
  const { library, posts } = await posted();
  change(library);
  return pendingCorrections(posts, library);
}

describe("a correction is pending", () => {
  test("when the words of a posted paragraph have changed", async () => {
    const [pending] = await pendingAfter((library) =>
      library.put("press/letter", { ...letter, body: letter.body.replace("650", "870") }),
    );
    expect(pending?.key).toMatch(/^[0-9a-z]{4}$/);
    expect(pending?.posts.map(({ postId }) => postId)).toEqual(["p1"]);
    expect(pending?.changes).toMatchObject([
      {
        before: { quote: "More than 650 employees signed the letter." },
        after: { text: first.replace("650", "870") },
      },
    ]);
  });

  test("when its source was withdrawn", async () => {
    const pending = await pendingAfter((library) => library.remove("press/letter"));
    expect(pending).toMatchObject([{ changes: [{ after: undefined }] }]);
  });

  test("when the rest of its paragraph takes it back", async () => {
    const [pending] = await pendingAfter((library) =>
      library.put("press/letter", {
        ...letter,
        body: letter.body.replace("sent in June 2018", "never sent"),
      }),
    );
    const correction = {
      post: { room, postId: "p1", language: "en", passages: [] },
      changes: pending?.changes ?? [],
      reason: "R.",
    };
    expect(plain(correctionReply(correction))).toContain("It was never sent.");
  });
});

describe("a correction is pending for a source that a post only named", () => {
  const hundreds = { title: "The hearing", publisher: "The Hill", body: "Hundreds of employees signed it." };
  const figures: Difference = { kind: "less-exact", about: "signers", sides: [[0], [1]], same: undefined };
  const accounts: Difference = { ...figures, kind: "two-accounts", sides: [[0, 1], [2]] };

  test.each<[string, readonly (readonly string[])[], Difference | undefined]>([
    ["as saying the same", [["press/letter", "press/hearing"]], undefined],
    ["as less exact", [["press/letter"], ["press/hearing"]], figures],
    ["as another of one side", [["press/letter"], ["press/hearing"], ["press/meeting"]], accounts],
  ])("%s, when it changes and when it is withdrawn", async (_, findings, difference) => {
    const library = givenLibrary({
      "press/letter": letter,
      "press/meeting": meeting,
      "press/hearing": hundreds,
    });
    const store = memoryDigestStore();
    const memory = createPostMemory(store, library, { now: () => now, log: () => undefined });
    const cite = (source: string) => {
      const passage = library.passage({ source, paragraph: 1 });
      return (passage && library.cite(`${passageKey(passage)}.0.0`)) ?? never();
    };
    const [main = never(), ...others] = findings.map(
      ([first = "", ...also]): Finding => ({ citations: [cite(first), ...also.map(cite)] }),
    );
    const shown = { language: "en", findings: [main, ...others], difference } as const;
    await memory.remember({ ...room, direct: false }, "p1", sharedReply(shown, library.sources()));
    const said = async () => {
      const pending = pendingCorrections(await store.sharedPosts.all(), library);
      return pending.map(({ changes, posts: [post = never()] }) =>
        plain(correctionReply({ post, changes, reason: "It erred." })),
      );
    };
    expect(await said()).toEqual([]);
    library.put("press/hearing", { ...hundreds, body: "Dozens of employees signed it." });
    const old = "We had also named The Hill, “The hearing”, which read: Hundreds of employees signed it.";
    expect(await said()).toEqual([
      `Correction\n${old}\nIt now reads: Dozens of employees signed it.\nWhy: It erred.`,
    ]);
    library.remove("press/hearing");
    expect(await said()).toEqual([`Correction\n${old}\nIt was withdrawn from our sources.\nWhy: It erred.`]);
  });
});

test("a correction is pending when a note that a public answer showed has changed", async () => {
  const note = { title: "The contract", kind: "note", body: "No source of ours says that it ended." };
  const library = givenLibrary({ "notes/contract": note });
  const store = memoryDigestStore();
  const memory = createPostMemory(store, library, { now: () => now, log: () => undefined });
  const source = library.sources()[0] ?? never();
  const answer = notFound({ notes: [{ quote: note.body, source, paragraph: 1 }] });
  const context = { place: { ...room, direct: false }, audience: "channel", locale: undefined } as const;
  await memory.remember(
    context.place,
    "p1",
    answerReply(answer, { ...context, sources: library.sources(), staffed: false }),
  );
  library.put("notes/contract", { ...note, body: "One source of ours says that it ended in 2019." });
  expect(pendingCorrections(await store.sharedPosts.all(), library)).toMatchObject([
    { changes: [{ before: { quote: note.body } }] },
  ]);
});

describe("no correction is pending", () => {
  test.each<[string, (library: GivenLibrary) => void]>([
    ["when nothing has changed", () => {}],
    [
      "when a file is renamed",
      (library) => {
        library.remove("press/letter");
        library.put("archive/letter", letter);
      },
    ],
    [
      "when formatting changes",
      (library) =>
        library.put("press/letter", {
          ...letter,
          body: letter.body.replace("650", "**650**").replace(" It", "\nIt"),
        }),
    ],
    [
      "when the paragraph is split, or moves",
      (library) =>
        library.put("press/letter", {
          ...letter,
          body: `New words first.\n\n${letter.body.replace(". It", ".\n\nIt")}`,
        }),
    ],
    [
      "when another paragraph changes",
      (library) => library.put("press/letter", { ...letter, body: letter.body.replace("a week", "a month") }),
    ],
    ["when its file cannot be read", (library) => library.breakUp("press/letter")],
    [
      "when the folder is empty",
      (library) => {
        library.remove("press/letter");
        library.remove("press/meeting");
      },
    ],
    [
      "when it is another folder",
      (library) => {
        library.remove("press/letter");
        library.remove("press/meeting");
        library.put("other/work", { title: "Else", body: "Other words." });
      },
    ],
  ])("%s", async (_, change) => expect(await pendingAfter(change)).toEqual([]));

  test("for what was posted in a direct message, or taken back", async () => {
    const { library, posts, sharedPosts, memory } = await posted();
    await memory.forget({ ...room, direct: false }, "p1");
    const [post] = posts;
    const block = { audience: "channel", language: "en", blocks: [], actions: [] } as const;
    await memory.remember({ ...room, direct: true }, "p2", block);
    library.remove("press/letter");
    expect(post?.passages).toHaveLength(2);
    expect(pendingCorrections(await sharedPosts.all(), library)).toEqual([]);
  });
});

describe("the words of a correction", () => {
  const before = {
    source: "a",
    title: "The letter",
    publisher: "The Paper",
    paragraph: 1,
    quote: "650 signed.",
    text: "650 signed.",
  };
  const after = { ...before, quote: "870 signed.", text: "870 signed." };
  const post: SharedPost = { room, postId: "p1", language: "sv", passages: [before] };

  test("are old words, new words and the reason, in the post's language", () => {
    const changes = [{ before, after }];
    expect(plain(correctionReply({ post, changes, reason: "tidningen rättade sig" }))).toMatchInlineSnapshot(`
      "Rättelse
      Vi hade visat, från The Paper, ”The letter”: 650 signed.
      Det lyder nu: 870 signed.
      Varför: tidningen rättade sig"
    `);
    expect(plain(editedReply({ post, changes, reason: "" }))).toBe("Rättat, se tråden.");
    expect(passagesAfter({ post, changes, reason: "" })).toEqual([after]);
  });

  test.each([1, 4])("leave room for the reason, however long %i changed paragraphs are", (count) => {
    const long = (word: string) => `${word} ${"and so they said, in many & more words, ".repeat(60)}`;
    const changes = Array.from({ length: count }, (_, at) => ({
      before: { ...before, title: long("Title"), quote: long(`old${at}`), text: long(`old${at}`) },
      after: { ...after, quote: long(`new${at}`), text: long(`new${at}`) },
    }));
    const reply = correctionReply({ post, changes, reason: long("reason") });
    const shown = [
      renderSlack(reply, { channel: "C1", whole: true }),
      renderDiscord(reply, { channel: "1", direct: false, whole: true }),
    ];
    for (const messages of shown) {
      expect(messages).toHaveLength(1);
      const text = JSON.stringify(messages);
      const wanted = ["reason", ...changes.flatMap((_, at) => [`old${at}`, `new${at}`])];
      expect(wanted.filter((word) => !text.includes(word))).toEqual([]);
    }
  });

  test("of long paragraphs are those around what differs", () => {
    const text = (end: string) => `${"Words that stay as they were. ".repeat(100)}It was ${end} at last.`;
    const changes = [
      {
        before: { ...before, text: text("sent") },
        after: { ...after, quote: before.quote, text: text("never sent") },
      },
    ];
    const said = plain(correctionReply({ post, changes, reason: "R." }));
    expect(said).toContain("It was sent at last.");
    expect(said).toContain("It was never sent at last.");
  });

  test("say when there are no new ones", () => {
    const correction = {
      post: { ...post, language: "en" },
      changes: [{ before, after: undefined }],
      reason: "It was wrong.",
    };
    expect(plain(correctionReply(correction))).toMatchInlineSnapshot(`
      "Correction
      We had shown, from The Paper, “The letter”: 650 signed.
      It was withdrawn from our sources.
      Why: It was wrong."
    `);
    expect(passagesAfter(correction)).toEqual([]);
  });
});
