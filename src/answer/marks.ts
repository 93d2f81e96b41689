/** What each stem of the texts says of a question, marked before any text is read: then a word costs one look. */
import { reaching } from "../corpus/pool.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";
import type { Reading } from "./reading.ts";
import { createResemblances } from "./resemblance.ts";

/** A wording of one of the question's terms. */
export interface Target {
  readonly term: number;
  readonly stems: readonly number[];
  readonly weight: number;
  readonly language: string | undefined;
}

/** What the stems say of one question. */
export interface Marks {
  /** By surface, one bit: whether it may say anything. Few do, and these bits stay where the processor reaches them fast. */
  readonly surfaces: Int32Array;
  /** By stem: 0 if it says nothing, `n` if it resembles a term, `-n` if wordings begin with it. */
  readonly roles: Int32Array;
  /** By `n`. */
  readonly openings: readonly (readonly Target[])[];
  /** By `n`: which term is resembled, and how much, 0..1. */
  readonly resembled: readonly number[];
  readonly likeness: readonly number[];
}

/** The same while it is made. */
interface Draft extends Marks {
  readonly openings: Target[][];
  readonly resembled: number[];
  readonly likeness: number[];
  /** Stems that have a role. */
  readonly marked: number[];
  /** Where in `surfaces` bits are set. */
  readonly written: number[];
}

/** The marks of one question at a time, by a number of its own: those of the one before are gone then. */
export interface Marking {
  of(reading: Reading, asker: number): Marks;
}

// role 0 is none
function emptyDraft(roles: Int32Array, surfaces: Int32Array): Draft {
  return { roles, surfaces, openings: [[]], resembled: [0], likeness: [0], marked: [], written: [] };
}

function markWordings({ terms }: Reading, { roles, openings, marked }: Draft): void {
  terms.forEach(({ wordings }, term) => {
    for (const { stems, weight, language } of wordings) {
      const [first] = stems;
      if (first === undefined) continue;
      if (roles[first] === 0) {
        roles[first] = -openings.push([]) + 1;
        marked.push(first);
      }
      openings[-(roles[first] ?? 0)]?.push({ term, stems, weight, language });
    }
  });
}

// of several terms a stem resembles the one it is most like, the first of equals
function markResembling(
  { roles, resembled, likeness, marked }: Draft,
  stem: number,
  term: number,
  value: number,
): void {
  const role = roles[stem] ?? 0;
  if (role < 0 || (role > 0 && (likeness[role] ?? 0) >= value)) return;
  if (role > 0) {
    resembled[role] = term;
    likeness[role] = value;
    return;
  }
  roles[stem] = resembled.push(term) - 1;
  likeness.push(value);
  marked.push(stem);
}

/** Lists the surfaces of each stem: by stem the last of them, by surface the one before; 0 for none, else one more than the surface. */
interface SurfaceLists {
  last: Int32Array;
  before: Int32Array;
  /** Surfaces listed. */
  size: number;
}

function listSurfaces(lists: SurfaceLists, vocabulary: Vocabulary): void {
  lists.last = reaching(lists.last, vocabulary.stems());
  lists.before = reaching(lists.before, vocabulary.surfaces());
  for (; lists.size < vocabulary.surfaces(); lists.size += 1) {
    const stem = vocabulary.stemOf(lists.size);
    lists.before[lists.size] = lists.last[stem] ?? 0;
    lists.last[stem] = lists.size + 1;
  }
}

// A step along each list before the next along any: what lies apart in memory is asked for together then, instead of one by one.
function markSurfaces({ surfaces, marked, written }: Draft, { last, before }: SurfaceLists): void {
  const walks = marked.map((stem) => last[stem] ?? 0);
  for (let left = walks.length; left > 0; ) {
    let kept = 0;
    for (let walk = 0; walk < left; walk += 1) {
      const next = walks[walk] ?? 0;
      if (next === 0) continue;
      const at = (next - 1) >> 5;
      written.push(at);
      surfaces[at] = (surfaces[at] ?? 0) | (1 << ((next - 1) & 31));
      walks[kept] = before[next - 1] ?? 0;
      kept += 1;
    }
    left = kept;
  }
}

/** An array of this length at least with nothing in it: the one there was, whose numbers stand at `written` alone, if it is long enough. */
function blank(array: Int32Array, length: number, written: readonly number[]): Int32Array {
  if (array.length < length) return new Int32Array(Math.ceil(length * 1.2));
  for (const at of written) array[at] = 0;
  return array;
}

/** Makes marks in the same lists for all questions. */
export function createMarking(vocabulary: Vocabulary): Marking {
  const resemblances = createResemblances(vocabulary);
  const lists: SurfaceLists = { last: new Int32Array(0), before: new Int32Array(0), size: 0 };
  let marks = emptyDraft(new Int32Array(0), new Int32Array(0));
  let asked = -1;

  function begin(): Draft {
    listSurfaces(lists, vocabulary);
    return emptyDraft(
      blank(marks.roles, vocabulary.stems(), marks.marked),
      blank(marks.surfaces, (vocabulary.surfaces() >> 5) + 1, marks.written),
    );
  }

  return {
    of(reading, asker) {
      if (asked === asker) return marks;
      const draft = begin();
      markWordings(reading, draft);
      resemblances(reading.terms, (stem, term, value) => markResembling(draft, stem, term, value));
      markSurfaces(draft, lists);
      marks = draft;
      asked = asker;
      return marks;
    },
  };
}
