/** Fits a reply into messages: drops the least first, never a citation, and cuts nothing inside a character or a code fence. */
import type { Block } from "../model.ts";

/** A block as a platform writes it. */
export interface Part {
  /** May be shortened, or go on in the next message. */
  readonly text: string;
  /** Stays whole and is never dropped: the citations of the text; empty if it has none. */
  readonly tail: string;
  /** Of parts without a tail, the lowest is dropped first, and among equals the last. */
  readonly weight: number;
}

/** Which kind of block goes first when space is short: lists, then what introduces the findings, then as of when they are true. */
const WEIGHTS: Readonly<Record<Block["kind"], number>> = {
  list: 1,
  paragraph: 2,
  fine: 3,
  heading: 4,
  finding: 5,
};

/** The weight of a block's part. */
export const weightOf = ({ kind }: Block): number => WEIGHTS[kind];

/** How long a platform takes a text to be, once it is escaped: in UTF-16 units, and never less than the text has. */
export type Measure = (text: string) => number;

/** What a platform takes at once. */
export interface Limit {
  /** Of one message, in UTF-16 units, at least 100. */
  readonly characters: number;
  /** At least 1. */
  readonly messages: number;
  /** For a platform that counts what escaping adds; the text's own length unless told. */
  readonly measure?: Measure;
}

const units: Measure = ({ length }) => length;

/** Between two parts of a message, in UTF-16 units: an empty line. */
const GAP = 2;

/** How much of the longest text is left when texts have to be shortened. */
const SHORTENED_TO = 0.75;

/** A text that is shorter than this is not worth shortening further. */
const LEAST_TEXT = 40;

/**
 * The parts as messages, in order; whatever else a part has stays with it. With `GAP` between parts and a line end before a tail, no
 * message is longer than the limit, and there are at most as many as it allows.
 */
export function pack<P extends Part>(parts: readonly P[], limit: Limit): readonly (readonly P[])[] {
  const room = { characters: limit.characters, measure: limit.measure ?? units };
  let kept: readonly P[] = parts.filter(({ text, tail }) => text !== "" || tail !== "");
  let messages = layOut(kept, room);
  while (messages.length > limit.messages) {
    kept = less(kept);
    messages = layOut(kept, room);
  }
  return messages;
}

interface Room {
  readonly characters: number;
  readonly measure: Measure;
}

/** How long a part is in a message, with the gap that follows it. */
const lengthOf = ({ text, tail }: Part, { measure }: Room) =>
  measure(text) + measure(tail) + (text && tail ? 1 : 0) + GAP;

function layOut<P extends Part>(parts: readonly P[], room: Room): readonly (readonly P[])[] {
  const messages: P[][] = [];
  let left = 0;
  for (const part of parts.flatMap((each) => pieces(each, room))) {
    const length = lengthOf(part, room);
    if (length - GAP > left) {
      messages.push([]);
      left = room.characters;
    }
    messages.at(-1)?.push(part);
    left -= length;
  }
  return messages;
}

/** A part that is too long for any message, as several; the tail stands with the last. */
function pieces<P extends Part>(part: P, room: Room): readonly P[] {
  const { characters, measure } = room;
  if (lengthOf(part, room) - GAP <= characters) return [part];
  const tail = measure(part.tail) > characters ? cut(part.tail, characters, measure) : part.tail;
  const texts = split(part.text, characters, measure).map((text): P => ({ ...part, text, tail: "" }));
  const last = texts.pop();
  if (last === undefined || tail === "") return last === undefined ? [{ ...part, tail }] : [...texts, last];
  const together = { ...last, tail };
  return lengthOf(together, room) - GAP <= characters
    ? [...texts, together]
    : [...texts, last, { ...part, text: "", tail }];
}

/** One step less: a part without a tail goes, else the longest text is shortened, else the last part goes with its citations. */
function less<P extends Part>(parts: readonly P[]): readonly P[] {
  const lightest = Math.min(...parts.filter(({ tail }) => tail === "").map(({ weight }) => weight));
  const longest = Math.max(...parts.map(({ text }) => text.length));
  const dropped = parts.findLastIndex(({ tail, weight }) => tail === "" && weight === lightest);
  if (dropped >= 0 && parts.length > 1) return parts.filter((_, at) => at !== dropped);
  if (longest <= LEAST_TEXT) return parts.slice(0, -1);
  const target = Math.max(LEAST_TEXT, Math.floor(longest * SHORTENED_TO));
  return parts.map((part) =>
    part.text.length === longest ? { ...part, text: cut(part.text, target) } : part,
  );
}

/** At most `length` units of a text as measured, with an ellipsis if anything is missing and an open code fence closed. */
export function cut(text: string, length: number, measure: Measure = units): string {
  if (measure(text) <= length) return text;
  const { head, fence } = headOf(text, Math.max(1, reach(text, length - 1, measure)));
  return fence === undefined ? `${head.trimEnd()}…` : `${head.slice(0, -fence.close.length)}…${fence.close}`;
}

/** A text in pieces of at most `length` units as measured, in order; a code fence that is cut is closed and opened again. */
export function split(text: string, length: number, measure: Measure = units): readonly string[] {
  const cutInto: string[] = [];
  let rest = text;
  while (measure(rest) > length) {
    const { head, tail } = headOf(rest, Math.max(1, reach(rest, length, measure)));
    cutInto.push(head);
    rest = tail;
  }
  return rest === "" ? cutInto : [...cutInto, rest];
}

/** How many units of a text fit into `length` as measured. */
function reach(text: string, length: number, measure: Measure): number {
  if (measure === units) return length;
  let fits = 0;
  let over = Math.min(text.length, length) + 1;
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(text.slice(0, middle)) <= length) fits = middle;
    else over = middle;
  }
  return fits;
}

interface Head {
  readonly head: string;
  /** What follows, with the fence opened again. */
  readonly tail: string;
  readonly fence: Fence | undefined;
}

interface Fence {
  /** The line that opens it, with its end. */
  readonly open: string;
  /** A line's end and the mark that closes it. */
  readonly close: string;
}

function headOf(text: string, length: number): Head {
  const at = boundary(text, length);
  const fence = fenceAt(text, at);
  // a fence whose marks fill the space is cut like any text, or nothing would ever follow
  if (fence === undefined || fence.open.length + fence.close.length >= length / 2) {
    return { head: text.slice(0, at), tail: text.slice(at), fence: undefined };
  }
  const inside = Math.max(boundary(text, length - fence.close.length), 1);
  const still = fenceAt(text, inside);
  if (still === undefined || inside <= still.open.length) {
    return { head: text.slice(0, inside), tail: text.slice(inside), fence: undefined };
  }
  return {
    head: text.slice(0, inside) + still.close,
    tail: still.open + text.slice(inside).replace(/^\n/, ""),
    fence: still,
  };
}

/** The last good place to cut at or before `length`: a line's end, a space, or between two characters as a person counts them. */
function boundary(text: string, length: number): number {
  const near = text.slice(0, length);
  const enough = Math.floor(length * 0.6);
  for (const sign of ["\n", " "]) {
    const at = near.lastIndexOf(sign) + 1;
    if (at > enough) return at;
  }
  // one character can be many units long, such as a family with its joiners; a window is enough to see where it begins
  const window = text.slice(0, length + 100);
  const at = new Intl.Segmenter().segment(window).containing(length)?.index ?? length;
  if (at > 0) return at;
  return /[\ud800-\udbff]$/.test(near) && length > 1 ? length - 1 : length;
}

/** The code fence that is open at a place in a text. */
function fenceAt(text: string, at: number): Fence | undefined {
  let open: string | undefined;
  let mark = "";
  for (const line of text.slice(0, at).split("\n")) {
    const [, sign = ""] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (sign === "") continue;
    if (open === undefined) [open, mark] = [`${line}\n`, sign];
    else if (sign[0] === mark[0] && sign.length >= mark.length) open = undefined;
  }
  return open === undefined ? undefined : { open, close: `\n${mark}` };
}
