/** A conversation in a terminal or through a pipe. */
import type { Bot } from "../../src/bot.ts";
import type { Action, Place, Pressed, Reply } from "../../src/model.ts";
import type { Channel } from "../../src/ports.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import { linesOf } from "./lines.ts";
import { failed } from "./process.ts";
import { onScreen, openScreen, type Screen } from "./screen.ts";

/** The two ends of a terminal, and what it is told first. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly screen: Screen;
  /** A person types and reads: prompts, a welcome and hints are shown. */
  readonly interactive: boolean;
  readonly welcome: Reply;
}

const PLACE: Place = { platform: "terminal", channel: "terminal", thread: undefined, direct: true };
const WHERE = { place: PLACE, audience: "asker", mayManage: true, locale: undefined } as const;

/** Buttons that a terminal has words for; sharing needs a channel, and there is none. */
const TYPED: readonly Action["kind"][] = ["more", "context", "wrong"];

/** Between the answers to piped lines, which can have empty lines of their own. */
const SEPARATOR = "\n---\n";

/** This process's own terminal; locations are shown below `folder`. */
export async function openEnds(folder: string): Promise<Omit<Terminal, "welcome">> {
  const { stdin: input, stdout: output } = process;
  const screen = await openScreen(folder);
  return { input, output, screen, interactive: input.isTTY && output.isTTY };
}

/** Before the data folder is opened, in milliseconds: the first answer does not wait for it. */
const AFTER_FIRST_ANSWER_MS = 300;

/** Opens digests in a while, if they are not open then. A second bot on one folder ends; else the terminal only has no digests. */
export function openSoon(digests: { open(): Promise<void> }): void {
  const endIfHeld = (error: unknown) => {
    const code = failed(error);
    if (error instanceof Error && error.name === "FolderHeld") process.exit(code);
  };
  setTimeout(() => void digests.open().catch(endIfHeld), AFTER_FIRST_ANSWER_MS).unref();
}

/** Answers one question. */
export async function answerOnce(
  bot: Bot,
  question: string,
  terminal: Omit<Terminal, "welcome" | "interactive">,
): Promise<void> {
  // a question that begins with a slash or is called like a command is still a question here
  const reply = await bot.handle({ ...WHERE, command: "ask", args: { question } });
  terminal.output.write(`${onScreen(reply, terminal.screen)}\n`);
}

/** Answers line by line until the input ends: Ctrl-D, Ctrl-C, or the pipe's end. */
export async function converse(bot: Bot, terminal: Terminal): Promise<void> {
  const { output, screen, interactive, welcome } = terminal;
  const talk = createTalk(bot, interactive ? welcome : undefined);
  const words = wordingFor(welcome.language);
  if (interactive) output.write(`${onScreen(welcome, screen)}\n`);
  let first = true;
  for await (const line of interactive
    ? typedLines(terminal, `\n${words.terminal.prompt}`)
    : linesOf(bytes(terminal.input))) {
    const reply = await talk(line);
    const hint = interactive ? hintFor(reply) : "";
    output.write(`${first || interactive ? "" : SEPARATOR}${onScreen(reply, screen)}\n${hint}`);
    first = false;
  }
  if (interactive) output.write("\n");
}

/** Remembers the last reply, for the sake of its buttons; nothing else. */
function createTalk(bot: Bot, welcome: Reply | undefined): (line: string) => Promise<Reply> {
  let last = welcome;
  return async (line) => {
    const pressed = last && pressedBy(line, last);
    if (pressed === undefined) {
      last = await bot.say({ ...WHERE, text: line });
      return last;
    }
    const { kind: action, keys } = pressed;
    const { reply }: Pressed = await bot.press({ ...WHERE, action, keys, message: "" }, NO_CHANNEL);
    if (action === "ask-example") last = reply;
    return reply;
  };
}

/** The button a line names: by its label, its kind, or the number of an example. */
function pressedBy(line: string, { actions }: Reply): Action | undefined {
  const typed = line.trim().toLowerCase().replace(/\?$/, "");
  const examples = actions.filter(({ kind }) => kind === "ask-example");
  if (/^[1-9]$/.test(typed)) return examples[Number(typed) - 1];
  return actions.find(
    ({ kind, label }) =>
      TYPED.includes(kind) && (kind === typed || label.toLowerCase().replace(/\?$/, "") === typed),
  );
}

function hintFor({ actions, language }: Reply): string {
  const names = actions.filter(({ kind }) => TYPED.includes(kind)).map(({ label }) => label.toLowerCase());
  return names.length === 0 ? "" : `${wordingFor(language).terminal.buttons(names)}\n`;
}

/** Lines that are typed with an editor's comforts. Their history is in memory and ends with them. */
async function* typedLines({ input, output }: Terminal, prompt: string): AsyncGenerator<string> {
  const { createInterface } = await import("node:readline");
  const lines = createInterface({
    input,
    output,
    terminal: true,
    prompt,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  lines.on("SIGINT", () => lines.close());
  lines.prompt();
  for await (const line of lines) {
    yield line;
    lines.prompt();
  }
}

async function* bytes(input: NodeJS.ReadableStream): AsyncGenerator<Uint8Array | string> {
  for await (const chunk of input) yield chunk;
}

/** Where digests for the terminal appear, between question and answer. */
export function terminalChannel({ output, screen }: Pick<Terminal, "output" | "screen">): Channel {
  const post = async (reply: Reply) => {
    output.write(`\n${onScreen(reply, screen)}\n`);
    return "terminal";
  };
  const replace = async (_: string, reply: Reply) => {
    await post(reply);
    return true;
  };
  return { ...NO_CHANNEL, post, replace };
}

const NO_CHANNEL: Channel = {
  post: async () => "",
  remove: async () => {},
  replace: async () => true,
  find: async () => ({ kind: "cannot-tell" }),
};
