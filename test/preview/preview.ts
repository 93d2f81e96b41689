/** `npm run preview`: writes the replies as a page that looks like Slack and Discord, side by side, and a picture of it where there is a browser. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { browse } from "./browser.ts";
import { examplesOfAll } from "./examples.ts";
import { previewPage } from "./page.ts";

const folder = resolve(".data/preview");
mkdirSync(folder, { recursive: true });
const page = join(folder, "preview.html");
writeFileSync(page, previewPage(await examplesOfAll()));
process.stdout.write(`${pathToFileURL(page)}\n`);

const chromium = process.env.CHROMIUM;
if (chromium) {
  const picture = resolve("test/preview/preview.png");
  await browse(chromium, page, [
    `--screenshot=${picture}`,
    "--window-size=1480,1150",
    "--force-device-scale-factor=1.5",
  ]);
  process.stdout.write(`${pathToFileURL(picture)}\n`);
}
