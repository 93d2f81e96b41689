/** Buttons as Discord keeps them: each carries its kind and keys in its id, and what does not fit stands in its neighbours'. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
  type TopLevelComponent,
} from "discord.js";
import type { Action, ActionKind } from "../../src/model.ts";
import { isForAll } from "../../src/reply/buttons.ts";
import { cut } from "../../src/reply/pack.ts";
import { BUTTON_LABEL, BUTTONS_A_ROW, CUSTOM_ID } from "./limits.ts";

/** What a button's id says. */
export interface Carried extends Pick<Action, "kind" | "keys"> {
  /** The id of the message that led to this one by a press, so that sharing one answer twice counts once. */
  readonly origin?: string;
}

/** A row of buttons, as the API takes it. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Kinds by the letter that stands for them in an id; never changed, since buttons outlive a release. */
const LETTERS: Readonly<Record<ActionKind, string>> = {
  share: "s",
  "share-confirmed": "p",
  "take-back": "t",
  cancel: "x",
  more: "m",
  context: "c",
  wrong: "w",
  librarians: "l",
  "ask-example": "e",
};

/** Kinds of button that act for the message that led to theirs. */
const LEADS_ON: ReadonlySet<ActionKind> = new Set(["share-confirmed"]);

/** Between keys; after a button's own keys; and in front of them if they go on elsewhere. */
const BETWEEN = "|";
const GUEST = "»";
const GOES_ON = ">";

/** The longest id of a message, in digits. */
const ID_DIGITS = 20;

/** The buttons of a reply in rows, with unique ids. One whose keys do not fit anywhere is left out rather than broken. */
export function buttonRows(actions: readonly Action[], origin?: string): readonly Row[] {
  const shown = dealt(
    actions
      .filter(({ kind, keys }) => kind !== "share" || canBeConfirmed(keys))
      .map((action) => ({ ...action, ...(origin && LEADS_ON.has(action.kind) && { origin }) })),
  );
  const rows: Row[] = [];
  for (let at = 0; at < shown.length; at += BUTTONS_A_ROW)
    rows.push({ type: ComponentType.ActionRow, components: shown.slice(at, at + BUTTONS_A_ROW) });
  return rows;
}

/** Reads the id of a pressed button, given the ids of all buttons on its message in order; undefined if it is none of ours. */
export function carriedBy(pressed: string, onMessage: readonly string[]): Carried | undefined {
  const own = ownPart(pressed);
  const goesOn = own.startsWith(GOES_ON);
  const text = goesOn ? own.slice(1) + onMessage.map(guestPart).join("") : own;
  const [head = "", ...keys] = text.split(BETWEEN);
  const [, letter = "", origin = ""] = /^([a-z])(\d{0,20})$/.exec(head) ?? [];
  const kind = KINDS.get(letter);
  if (kind === undefined) return undefined;
  return { kind, keys: keys.map(unescaped), ...(origin && { origin }) };
}

/** The ids of all buttons among a message's components, in order. */
export function buttonIds(components: readonly TopLevelComponent[]): readonly string[] {
  return components.flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components.flatMap(({ customId }) => customId ?? []) : [],
  );
}

/** A kind and keys as one text. */
export const carry = ({ kind, keys, origin = "" }: Carried): string =>
  [LETTERS[kind] + origin, ...keys.map(escaped)].join(BETWEEN);

/** Signs with a meaning of their own stand in keys as in an address, where shared values have them so already. */
const ESCAPES = [BETWEEN, GUEST].map((sign) => [sign, encodeURIComponent(sign)] as const);
const escaped = (key: string) => ESCAPES.reduce((text, [sign, as]) => text.replaceAll(sign, as), key);
const unescaped = (key: string) => ESCAPES.reduce((text, [sign, as]) => text.replaceAll(as, sign), key);

// the keys of LETTERS are action kinds, which Object.entries forgets
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as ActionKind]));

const ownPart = (id: string) => id.split(GUEST, 1)[0] ?? "";
const guestPart = (id: string) => id.slice(ownPart(id).length + 1);

/** Whether the question that Share leads to has room for what it would post: one that can only be cancelled is a dead end. */
function canBeConfirmed(keys: readonly string[]): boolean {
  const post = carry({ kind: "share-confirmed", keys, origin: "0".repeat(ID_DIGITS) });
  const cancel = carry({ kind: "cancel", keys: keys.slice(0, 1) });
  return post.length <= CUSTOM_ID || spread([post, cancel], 0) !== undefined;
}

/** Gives every button its id; the keys of one that is too long are dealt to the free space of all. */
function dealt(actions: readonly (Action & Carried)[]): readonly APIButtonComponentWithCustomId[] {
  const own = actions.map(carry);
  const tooLong = own.flatMap((id, at) => (id.length > CUSTOM_ID ? [at] : []));
  const ids = tooLong.length === 0 ? own : tooLong.length === 1 ? spread(own, tooLong[0] ?? 0) : undefined;
  if (ids === undefined) return dealt(actions.filter((_, at) => at !== tooLong.at(-1)));
  return actions.map((action, at) => button(action, ids[at] ?? ""));
}

/** Ids in which the one at `long` goes on in the others' free space; undefined if there is too little of it. */
function spread(ids: readonly string[], long: number): readonly string[] | undefined {
  const whole = ids[long] ?? "";
  const head = GOES_ON + whole.slice(0, CUSTOM_ID - 1);
  let rest = whole.slice(CUSTOM_ID - 1);
  const dealtIds = ids.map((id, at) => {
    if (at === long) return head;
    const guest = rest.slice(0, Math.max(0, CUSTOM_ID - id.length - 1));
    rest = rest.slice(guest.length);
    return guest === "" ? id : id + GUEST + guest;
  });
  return rest === "" ? dealtIds : undefined;
}

function button({ kind, label }: Action, id: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: isForAll(kind) ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: cut(label, BUTTON_LABEL),
    custom_id: id,
  };
}
