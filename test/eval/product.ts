/** The product as a user runs it: a folder of Markdown, questions in, answers out. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SetSource } from "../fit/sets.ts";

/** What is read of an answer object. */
export interface AnswerLine {
  readonly id: string;
  readonly answered: boolean;
  readonly confidence: number;
  readonly passages: readonly {
    readonly quote: string;
    readonly source: string;
    readonly title: string;
    readonly paragraph: number;
  }[];
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Writes sources as a knowledge folder, runs `use` on it and takes it away again. */
export async function withFolder<T>(
  sources: readonly SetSource[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  try {
    mkdirSync(join(folder, "set"));
    for (const { id, title, language, paragraphs } of sources) {
      const front = `title: ${JSON.stringify(title)}\npublisher: Evaluation\npublished: 2000\nlanguage: ${language}\nkind: document\n`;
      writeFileSync(join(folder, `${id}.md`), `---\n${front}---\n\n${paragraphs.join("\n\n")}\n`);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Asks the product each question, in order. @throws {Error} when it fails or leaves one out. */
export function askProduct(
  questions: readonly { readonly id: string; readonly text: string }[],
  options: { readonly top?: number; readonly knowledge?: string },
): Promise<AnswerLine[]> {
  const top = options.top === undefined ? [] : ["--top", String(options.top)];
  const knowledge = options.knowledge === undefined ? [] : ["--knowledge", options.knowledge];
  const words = ["run", "-s", "ask", "--", "--jsonl", ...top, ...knowledge];
  const child = spawn("npm", words, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stdin.end(questions.map(({ id, text }) => `${JSON.stringify({ id, q: text })}\n`).join(""));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    // the input breaks off when the product fails; its exit code says so
    child.stdin.on("error", () => undefined);
    child.on("close", (code) => {
      const lines = output.split("\n").filter(Boolean);
      const answers = lines.map((line) => JSON.parse(line) as AnswerLine); // the product's own contract
      const paired =
        answers.length === questions.length && answers.every(({ id }, i) => id === questions[i]?.id);
      if (code === 0 && paired) resolve(answers);
      else reject(new Error(`exit ${code}; ${answers.length} answers to ${questions.length} questions`));
    });
  });
}
