/** Puts a knowledge folder on a shelf, and keeps the shelf as the folder is. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { setImmediate as othersTurn } from "node:timers/promises";
import { KnowledgeError } from "../../src/errors.ts";
import type { Problem } from "../../src/model.ts";
import type { KnowledgeFolder, Shelf } from "../../src/ports.ts";
import { errorCode, type Look, lookAt } from "./folder.ts";
import { Keeper } from "./keeper.ts";
import type { Passed } from "./watch.ts";

/** How a knowledge folder is kept. */
export interface KnowledgeOptions {
  /** Whether to follow changes; without it nothing runs after the first reading. */
  readonly watch: boolean;
  /** Called whenever the problems change after the first reading, with all of them. */
  readonly onProblems?: (problems: readonly Problem[]) => void;
  /**
   * What is to be done once the shelf is as the folder is, in small steps: after the first reading, before it returns, and after every
   * look. It may still be loading while the folder is read.
   */
  readonly afterwards?: Promise<() => Generator<undefined, void>>;
}

/**
 * Reads every source, the glossary and the differences below a folder into a shelf before it returns, then
 * follows changes if asked. A change is on the shelf within 2 s. What cannot be read is a problem, and what was read of it
 * before stays on the shelf.
 * @throws {KnowledgeError} when the folder is missing or unreadable, or nothing in it can be used
 */
export async function openKnowledge(
  folder: string,
  shelf: Shelf,
  options: KnowledgeOptions,
): Promise<KnowledgeFolder> {
  const { root, look } = firstLook(folder);
  const keeper = new Keeper(root, shelf);
  await stepByStep(keeper.follow(look, "at once"));
  const problems = () => keeper.problems();
  if (keeper.isEmpty()) throw new KnowledgeError(nothingUsable(folder, problems()));
  const afterwards = await options.afterwards;
  if (afterwards !== undefined) await stepByStep(afterwards());
  if (!options.watch) return { problems, close: async () => {} };
  const { watchFolder } = await import("./watch.ts");
  let told = tell(problems());
  const watching = watchFolder(root, look.folders, function* () {
    const passed = yield* pass(root, keeper);
    if (afterwards !== undefined) yield* afterwards();
    const now = tell(problems());
    if (now !== told) options.onProblems?.(problems());
    told = now;
    return passed;
  });
  return { problems, close: () => watching.close() };
}

function firstLook(folder: string): { readonly root: string; readonly look: Look } {
  try {
    // Not its real path: the folder itself may be a link that is turned to another folder while the bot runs.
    const root = resolve(folder);
    return { root, look: atOnce(lookAt(root)) };
  } catch (error) {
    throw new KnowledgeError(`${folder}: ${unusable(errorCode(error))}`, { cause: error });
  }
}

/** Why a knowledge folder cannot be read, by its variable and with what to do; undefined if it can. What is in it is not looked at. */
export function folderProblem(folder: string): string | undefined {
  try {
    readdirSync(resolve(folder));
    return undefined;
  } catch (error) {
    return `KNOWLEDGE_DIR: ${folder}: ${unusable(errorCode(error))}`;
  }
}

function unusable(code: string | undefined): string {
  const set = "set KNOWLEDGE_DIR to the folder with your sources";
  if (code === "ENOENT") return `there is no such folder: create it, or ${set}`;
  if (code === "ENOTDIR") return `is a file, not a folder: ${set}`;
  if (code === "EACCES" || code === "EPERM")
    return `cannot be read: give the bot permission to read it, or ${set}`;
  return `cannot be read (${code ?? "unknown reason"}): ${set}`;
}

function nothingUsable(folder: string, problems: readonly Problem[]): string {
  if (problems.length === 0)
    return `${folder}: there is no source in it: add one with npm run add, or set KNOWLEDGE_DIR`;
  return `${folder}: none of its files can be used\n${tell(problems)}`;
}

/** One look and what follows from it. A folder that cannot be listed withdraws nothing. */
function* pass(root: string, keeper: Keeper): Generator<undefined, Passed> {
  let look: Look;
  try {
    look = yield* lookAt(root);
  } catch (error) {
    keeper.keepAll(`cannot be listed (${errorCode(error) ?? "unknown reason"})`);
    return { settled: true, folders: undefined };
  }
  return { settled: yield* keeper.follow(look, "once settled"), folders: look.folders };
}

function tell(problems: readonly Problem[]): string {
  return problems.map(({ path, line, problem }) => `${path}:${line}: ${problem}`).join("\n");
}

/** Others have their turn after every step. */
async function stepByStep<T>(steps: Generator<undefined, T>): Promise<T> {
  let step = steps.next();
  while (step.done !== true) {
    await othersTurn();
    step = steps.next();
  }
  return step.value;
}

function atOnce<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
