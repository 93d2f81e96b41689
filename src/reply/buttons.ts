/** What each button does to what is on the screen, for platforms that have to know before it is pressed. */
import type { ActionKind } from "../model.ts";

interface Effect {
  /** Its answer takes the place of the message it is on; otherwise it stands beside it. */
  readonly replaces: boolean;
  /** It changes what others see, and looks like it. */
  readonly forAll: boolean;
}

const QUIET: Effect = { replaces: false, forAll: false };

const EFFECTS: Readonly<Record<ActionKind, Effect>> = {
  share: QUIET,
  "share-confirmed": { replaces: true, forAll: true },
  "take-back": { replaces: true, forAll: false },
  cancel: { replaces: true, forAll: false },
  more: QUIET,
  context: QUIET,
  wrong: QUIET,
  librarians: QUIET,
  "ask-example": QUIET,
};

/** Whether a word is a button's; a stranger's is not ours to act on. */
export const isActionKind = (word: string): word is ActionKind => Object.hasOwn(EFFECTS, word);

/** Whether the answer may take the place of the message that the button is on. */
export const mayReplace = (kind: ActionKind): boolean => EFFECTS[kind].replaces;

/** Whether pressing it changes what others see, which the button is to show. */
export const isForAll = (kind: ActionKind): boolean => EFFECTS[kind].forAll;
