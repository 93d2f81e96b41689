/** `corrections`: what is pending, and sending one after another with a reason, at a prompt. */
import { createInterface } from "node:readline";
import type { Command, CommandContext } from "../../src/commands/command.ts";
import { knowledgeDir } from "../../src/config.ts";
import { BotError } from "../../src/errors.ts";
import { plain } from "../../src/reply/plain.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import { type OpenKept, type OpenStore, overKept } from "./kept.ts";

/** `corrections`, over what is kept. `command` makes what does the work, of the store and the folder of knowledge. @returns the exit code */
export const runCorrections = (
  open: OpenKept,
  command: (store: OpenStore, knowledgeDir: string) => Promise<Command>,
): Promise<0> =>
  overKept(open, async (store) => {
    const { stdin: input, stdout: output } = process;
    await askForCorrections({ input, output, command: await command(store, knowledgeDir(process.env)) });
  });

/** The two ends, and the command that does the work. */
export interface CorrectionsOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly command: Command;
}

const CONTEXT: CommandContext = {
  place: { platform: "terminal", channel: "terminal", thread: undefined, direct: true },
  audience: "asker",
  mayManage: true,
  locale: undefined,
  words: wordingFor("en"),
};

const PROMPT = "\nKey and reason (an empty line ends): ";

/** Lists what is pending, then takes a key and a reason a line. The running bot sends what was decided here. */
export async function askForCorrections({ input, output, command }: CorrectionsOptions): Promise<void> {
  const say = async (correction?: string) => {
    try {
      output.write(`${plain(await command.run(correction === undefined ? {} : { correction }, CONTEXT))}\n`);
    } catch (error) {
      if (!(error instanceof BotError)) throw error;
      output.write(`${error.message}\n`);
    }
  };
  await say();
  const lines = createInterface({
    input,
    output,
    prompt: PROMPT,
    terminal: "isTTY" in output && output.isTTY === true,
  });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === "") break;
    await say(line);
    lines.prompt();
  }
  lines.close();
  output.write("\nWhat was decided is sent by the running bot within seconds, or when it is started.\n");
}
