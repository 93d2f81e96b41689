/** `npm run add`: asks what a source is, and writes the file to fill in. */
import { lstatSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { knowledgeDir } from "../../src/config.ts";
import {
  type Check,
  checkDate,
  checkKind,
  checkLanguage,
  checkLine,
  checkUrl,
} from "../../src/corpus/fields.ts";

/** Where answers come from, where questions go, and the folder that gets the file. */
export interface AddOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly knowledgeDir: string;
}

interface Question {
  readonly name: string;
  readonly prompt: string;
  readonly check: Check;
  /** Taken for an empty answer; empty if the field may be left out, undefined if it may not. */
  readonly otherwise: string | undefined;
}

const QUESTIONS: readonly Question[] = [
  { name: "title", prompt: "Title of the published work", check: checkLine, otherwise: undefined },
  { name: "publisher", prompt: "Publisher", check: checkLine, otherwise: undefined },
  {
    name: "published",
    prompt: "Published (a day, a month or a year: 2018-06)",
    check: checkDate,
    otherwise: undefined,
  },
  { name: "language", prompt: "Language of the text you will write", check: checkLanguage, otherwise: "en" },
  { name: "kind", prompt: "Kind: brief, document or note", check: checkKind, otherwise: "brief" },
  {
    name: "url",
    prompt: "Address of the published work (https://…; empty if none)",
    check: checkUrl,
    otherwise: "",
  },
];
const LONGEST_SLUG = 60;
const GUIDANCE: Readonly<Record<string, string>> = {
  brief: `Our own summary, in our own words and in the past tense. One fact a sentence; each sentence must be understood when it is
quoted alone: "More than 650 Salesforce employees signed …", never "They signed …". Say who says so ("according to …").
Only a quote block (lines that begin with >) holds the publisher's or a speaker's own words.`,
  document: `The text itself, which we may republish. A blank line ends a paragraph; each paragraph can be quoted.`,
  note: `A librarian's note: it accompanies answers and is never one. Say what the sources do and do not report.`,
};

/** `add`, here and in the configured folder. @returns the exit code, as `askForSource` */
export function runAdd(): Promise<number> {
  const { stdin: input, stdout: output, env } = process;
  return askForSource({ input, output, knowledgeDir: knowledgeDir(env) });
}

/**
 * Asks for a source's fields at a prompt or from piped lines, asks again what cannot be used, and writes one new file below
 * the folder. Nothing is overwritten, and nothing is written unless all is answered.
 * @returns the exit code: 0 written, 1 the folder cannot be written to, 2 the answers ended too soon
 */
export async function askForSource({ input, output, knowledgeDir }: AddOptions): Promise<number> {
  const say = (text: string) => output.write(`${text}\n`);
  if (!isFolder(knowledgeDir)) {
    say(
      `There is no folder ${knowledgeDir}: create it, or set KNOWLEDGE_DIR to the folder with your sources.`,
    );
    return 1;
  }
  const answers = await askAll(knowledgeDir, createAsker(input, output));
  if (answers === undefined) {
    say("\nThe answers ended before all was known. Nothing was written.");
    return 2;
  }
  const file = join(knowledgeDir, `${answers.get("file")}.md`);
  try {
    mkdirSync(join(file, ".."), { recursive: true });
    // "wx": if a file of this name has appeared meanwhile, it stays as it is.
    writeFileSync(file, template(answers), { flag: "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    say(`${file} could not be written (${code}). Nothing was changed.`);
    return 1;
  }
  say(
    `\nWritten: ${file}\nNext: write its text below the front matter and save it. A running bot answers from it within two seconds.`,
  );
  return 0;
}

async function askAll(folder: string, asker: Asker): Promise<ReadonlyMap<string, string> | undefined> {
  const answers = new Map<string, string>();
  try {
    for (const question of QUESTIONS) {
      const answer = await asker.ask(question);
      if (answer === undefined) return undefined;
      answers.set(question.name, answer);
    }
    const slug = toSlug(answers.get("title") ?? "");
    const otherwise = slug === "" ? undefined : `${collection(folder, answers.get("kind"))}/${slug}`;
    const file = { name: "file", prompt: "File, without .md", check: fileCheck(folder), otherwise };
    const answer = await asker.ask(file);
    return answer === undefined ? undefined : answers.set("file", answer);
  } finally {
    asker.close();
  }
}

interface Asker {
  /** Asks until the answer can be used; undefined once there are no more answers. */
  ask(question: Question): Promise<string | undefined>;
  close(): void;
}

function createAsker(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Asker {
  const lines = createInterface({ input, output, terminal: "isTTY" in output && output.isTTY === true });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async ({ prompt, check, otherwise }: Question) => {
    lines.setPrompt(
      otherwise === undefined || otherwise === "" ? `${prompt}: ` : `${prompt} [${otherwise}]: `,
    );
    for (;;) {
      lines.prompt();
      const { value, done } = await answers.next();
      if (done === true) return undefined;
      const written = String(value).trim() === "" ? otherwise : String(value);
      if (written === "") return "";
      const answer = check(written ?? "");
      if ("value" in answer) return answer.value;
      output.write(`  ${answer.problem.charAt(0).toUpperCase()}${answer.problem.slice(1)}.\n`);
    }
  };
  return { ask, close: () => lines.close() };
}

/** A path of one or two plain words below the folder, of which there is no file yet, and that no link leads out of it. */
function fileCheck(folder: string): Check {
  return (text) => {
    const value = text.trim().replace(/\.(?:md|markdown)$/i, "");
    if (!/^(?:[a-z0-9][a-z0-9-]{0,79}\/)?[a-z0-9][a-z0-9-]{0,79}$/.test(value)) {
      return { problem: "write small letters a to z, digits and hyphens, such as press/salesforce-letter" };
    }
    const [collection = "", slug] = value.split("/");
    if (
      slug !== undefined &&
      exists(join(folder, collection)) &&
      !isFolder(join(folder, collection), "no links")
    ) {
      return { problem: `choose another folder: ${collection} is a file or a link` };
    }
    const taken = [".md", ".markdown"].some((extension) => exists(join(folder, value + extension)));
    return taken ? { problem: `choose another name: there is a file ${value} already` } : { value };
  };
}

/** Where librarians' notes are kept, apart from what was published. */
const NOTES = "notes";

/** The first collection there is for such a source, or the name of a new one. */
function collection(folder: string, kind: string | undefined): string {
  if (kind === "note") return NOTES;
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).filter((name) => /^[a-z0-9][a-z0-9-]*$/.test(name));
  return names.filter((name) => name !== NOTES).sort()[0] ?? "sources";
}

/** A title as a file name: `Över 650 anställda` is `over-650-anstallda`. Empty if it has no Latin letters or digits. */
export function toSlug(title: string): string {
  const latin = title
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .normalize("NFKD");
  const words = latin
    .replace(/\p{M}|['’]/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length >= LONGEST_SLUG) break;
    slug += slug === "" ? word : `-${word}`;
  }
  return slug || (words[0] ?? "").slice(0, LONGEST_SLUG);
}

function template(answers: ReadonlyMap<string, string>): string {
  const field = (name: string) => answers.get(name) ?? "";
  const quoted = (name: string) => `${name}: ${JSON.stringify(field(name))}\n`;
  const url = field("url") === "" ? "" : quoted("url");
  const front = `${quoted("title")}${quoted("publisher")}published: ${field("published")}\nlanguage: ${field("language")}\n`;
  const more = `kind: ${field("kind")}\n${url}topics: []\nquestions: []\n`;
  return `---\n${front}${more}---\n\n<!--\n${GUIDANCE[field("kind")] ?? ""}\nThis comment is not read; remove it when you are done.\n-->\n\n`;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isFolder(path: string, links: "follow links" | "no links" = "follow links"): boolean {
  if (links === "no links") return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
