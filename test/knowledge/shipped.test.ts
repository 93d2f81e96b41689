import { describe, expect, test } from "vitest";
import { fold, type ShippedFile, sentencesOf, shippedFiles, shippedYaml, wordsOf } from "./files.ts";

const briefs = shippedFiles("press");
const notes = shippedFiles("notes");
const everything = [...briefs, ...notes];
const glossary = shippedYaml("glossary.yaml");
const same = mapOfLists((glossary.value as Record<string, unknown>).same); // checked by mapOfLists
const related = mapOfLists((glossary.value as Record<string, unknown>).related);

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const TITLES = [
  "#WeWontBuildIt: Amazon workers demand company to stop working with Palantir and take a stand against ICE",
  "Demonstration mot Salesforce",
  "Employees Of Another Major Tech Company Are Petitioning Government Contracts",
  "Microsoft Employees Pressure Leadership To Cancel ICE Contract",
  "Salesforce agrees to meet with activists protesting border patrol contract",
];
// what a sentence that is quoted alone cannot open with
const LEANS_BACK =
  /^(?:they|he|she|it|its|their|his|her|this|that|these|those|there|however|but|also|and|or|so|then|thus|instead|meanwhile|such|de|dem|han|hon|den|det|denna|detta|dessa|den här|det här|dess|deras|hans|hennes|men|och|också|dock|däremot|dessutom|samtidigt|därför|sedan)\b/iu;

function mapOfLists(value: unknown): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const [key, list] of Object.entries(value ?? {})) {
    expect(Array.isArray(list), `${key} is a list`).toBe(true);
    for (const member of list) {
      expect(typeof member, `${key}: ${String(member)}`).toBe("string");
      expect(member.trim(), `${key} has an empty member`).not.toBe("");
    }
    map.set(key, list);
  }
  return map;
}

function strings(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error("not a list");
  return value.map(String);
}

function paragraphExists(reference: string): boolean {
  const [id, paragraph] = reference.split("#");
  const file = everything.find((candidate) => candidate.id === id);
  return file?.paragraphs[Number(paragraph) - 1] !== undefined;
}

/** Runs of eight words, each with where it was first seen. */
function runsOfEight(file: ShippedFile, names: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const paragraph of file.paragraphs) {
    const words = wordsOf(paragraph, names);
    for (let at = 0; at + 8 <= words.length; at += 1) runs.add(words.slice(at, at + 8).join(" "));
  }
  return runs;
}

describe("every shipped source", () => {
  test.each(everything.map((file) => [file.id, file] as const))("%s has the required fields", (_, file) => {
    const { title, publisher, published, language, kind } = file.front;
    for (const field of [title, publisher, language, kind]) expect(String(field ?? "").trim()).not.toBe("");
    expect(String(published)).toMatch(DATE);
    expect(kind).toBe(file.id.startsWith("press/") ? "brief" : "note");
    expect(strings(file.front.topics).length).toBeGreaterThan(0);
  });

  test.each(everything.map((file) => [file.id, file] as const))("%s is of a sane size", (_, file) => {
    expect(file.bytes).toBeLessThan(20_000);
    expect(file.paragraphs.length).toBeGreaterThan(2);
    for (const paragraph of file.paragraphs) expect(sentencesOf(paragraph).length).toBeLessThanOrEqual(4);
    for (const sentence of file.paragraphs.flatMap(sentencesOf))
      expect(sentence.length).toBeLessThanOrEqual(300);
  });

  test("links by https only", () => {
    for (const { front } of everything)
      for (const link of [front.url, front.archived])
        if (link !== undefined) expect(new URL(String(link)).protocol).toBe("https:");
  });

  test("opens no sentence with a word that leans on the one before", () => {
    const leaning = everything.flatMap((file) =>
      file.paragraphs
        .flatMap(sentencesOf)
        .filter((sentence) => LEANS_BACK.test(sentence))
        .map((sentence) => `${file.id}: ${sentence}`),
    );
    expect(leaning).toEqual([]);
  });

  test("names no paragraph twice", () => {
    const all = everything.flatMap((file) => file.paragraphs);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("the briefs", () => {
  test("carry the titles of the five published works, letter for letter", () => {
    expect(briefs.map(({ front }) => front.title).sort()).toEqual(TITLES);
  });

  test("name the published work's address, and the language they are written in", () => {
    expect(briefs.every(({ front }) => front.url !== undefined)).toBe(true);
    expect(briefs.filter(({ front }) => front.language === "sv").map(({ id }) => id)).toEqual([
      "press/dreamforce-demonstration",
    ]);
  });

  test.each(briefs.map((file) => [file.id, file] as const))(
    "%s offers three to five questions",
    (_, file) => {
      const questions = strings(file.front.questions);
      expect(questions.length).toBeGreaterThanOrEqual(3);
      expect(questions.length).toBeLessThanOrEqual(5);
      for (const question of questions) expect(question).toMatch(/\?$/);
    },
  );

  test("date their events and point at paragraphs that exist", () => {
    for (const { id, front } of briefs)
      for (const event of front.events as readonly Record<string, unknown>[]) {
        expect(String(event.date)).toMatch(DATE);
        expect(typeof event.inferred).toBe("boolean");
        expect(String(event.what ?? "")).not.toBe("");
        expect(strings(event.who).length).toBeGreaterThan(0);
        expect(paragraphExists(`${id}#${event.paragraph}`), `${id}#${event.paragraph}`).toBe(true);
      }
  });

  test("say an event's names in the paragraph it points at", () => {
    for (const { id, front, paragraphs } of briefs)
      for (const { who, paragraph } of front.events as readonly { who: string[]; paragraph: number }[])
        expect(
          who.some((name) => fold(paragraphs[paragraph - 1] ?? "").includes(fold(name))),
          `${id}#${paragraph}`,
        ).toBe(true);
  });

  test("share no run of eight words, the names in the glossary apart", () => {
    const names = [...same]
      .flatMap(([key, members]) => [key, ...members])
      .filter((name) => /^\p{Lu}.*\s/u.test(name));
    const shared: string[] = [];
    briefs.forEach((file, at) => {
      const runs = runsOfEight(file, names);
      for (const other of briefs.slice(at + 1))
        for (const run of runsOfEight(other, names))
          if (runs.has(run)) shared.push(`${file.id}, ${other.id}: ${run}`);
    });
    expect(shared).toEqual([]);
  });

  test("hold no quotation, since all of their words are our own", () => {
    for (const { id, paragraphs } of briefs)
      for (const paragraph of paragraphs) {
        expect(paragraph.startsWith(">"), id).toBe(false);
        expect(fold(paragraph)).not.toContain("in the words of");
      }
  });
});

describe("the glossary", () => {
  test("has no member in two groups of equals", () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const [key, members] of same)
      for (const member of [key, ...members]) {
        const owner = owners.get(fold(member));
        if (owner !== undefined) twice.push(`${member}: ${owner}, ${key}`);
        owners.set(fold(member), key);
      }
    expect(twice).toEqual([]);
  });

  test("leads no term to itself or to one that it equals", () => {
    const groups = [...same].map(([key, members]) => new Set([key, ...members].map(fold)));
    const idle = [...related].flatMap(([term, leadsTo]) =>
      leadsTo
        .filter((word) => groups.some((group) => group.has(fold(term)) && group.has(fold(word))))
        .map((word) => `${term}: ${word}`),
    );
    expect(idle).toEqual([]);
  });

  test("is broad, and small enough to read", () => {
    expect(same.size).toBeGreaterThan(300);
    expect(Buffer.byteLength(glossary.text)).toBeLessThan(100_000);
  });
});

describe("the known differences", () => {
  const { differences } = shippedYaml("differences.yaml").value as {
    differences: readonly { about: string; kind: string; sides: readonly (readonly string[])[] }[];
  };

  test.each(differences.map((difference) => [difference.about, difference] as const))(
    "%s",
    (about, difference) => {
      expect(about.trim()).not.toBe("");
      expect(["two-accounts", "less-exact", "different-moments"]).toContain(difference.kind);
      expect(difference.sides.length).toBeGreaterThanOrEqual(2);
      for (const side of difference.sides) {
        expect(side.length).toBeGreaterThan(0);
        for (const reference of side) expect(paragraphExists(reference), reference).toBe(true);
      }
    },
  );

  test("put no paragraph on two sides", () => {
    for (const { about, sides } of differences) {
      const all = sides.flat();
      expect(new Set(all).size, about).toBe(all.length);
    }
  });
});

describe("the known questions", () => {
  const entries = Object.entries(shippedYaml("questions.yaml").value as Record<string, unknown>).flatMap(
    ([id, list]) => (list as { says: string; asked: string[] }[]).map((entry) => ({ id, ...entry })),
  );
  const all = entries.flatMap(({ asked }) => asked);

  test("each lead to the one sentence that says some words", () => {
    const astray = entries.filter(({ id, says }) => {
      const file = everything.find((candidate) => candidate.id === id);
      return file?.paragraphs.flatMap(sentencesOf).filter((sentence) => sentence.includes(says)).length !== 1;
    });
    expect(astray).toEqual([]);
  });

  test("are questions of a few words, none of them twice", () => {
    expect(all.length).toBeGreaterThan(1000);
    for (const text of all) expect(wordsOf(text, []).length, text).toBeLessThanOrEqual(16);
    expect(new Set(all.map(fold)).size).toBe(all.length);
  });

  test("lead to a note only where it says that no source answers them", () => {
    for (const { id, says } of entries.filter((entry) => entry.id.startsWith("notes/"))) {
      const file = everything.find((candidate) => candidate.id === id);
      const sentence = file?.paragraphs.flatMap(sentencesOf).find((each) => each.includes(says));
      expect(sentence, `${id}: ${says}`).toMatch(/\b(?:none|no|not|only|neither)\b/i);
    }
  });
});
