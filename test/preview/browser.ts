/** A headless browser, for looking at a page. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Opens a file in this Chromium and returns what it prints. @throws {Error} when it does not end well. */
export async function browse(chromium: string, file: string, options: readonly string[]): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), "receipts-chromium-"));
  const shared = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(chromium, [...shared, ...options, pathToFileURL(file).href]);
  const printed: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  const code = await new Promise<number | null>((done, failed) =>
    child.once("error", failed).once("close", done),
  );
  rmSync(profile, { recursive: true, force: true });
  if (code !== 0) throw new Error(`the browser ended with ${code}`);
  return printed.join("");
}
