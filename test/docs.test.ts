import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const code = ["src", "adapters"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);
const pages = readdirSync(root).filter((name) => /\.md$|^\.env\.example$/.test(name));
// npm itself would not run with any other shape
const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Record<string, string> };

test.each([...pages, ...code])("%s names scripts that there are", (path) => {
  const named = [...read(path).matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("the usage names every word that the way in knows, and each is a script", () => {
  const main = read("src/main.ts");
  const [, table = ""] = /const VERBS[^{]*\{\n(.*?)\n\};/s.exec(main) ?? [];
  const verbs = [...table.matchAll(/^ {2}(\w+)\b/gm)].map(([, verb = ""]) => verb).sort();
  const [, usage = ""] = /const USAGE =\s+"(.*?)";/s.exec(main) ?? [];
  expect([...usage.matchAll(/npm (?:run )?(\w+)/g)].map(([, verb]) => verb).sort()).toEqual(verbs);
  expect(verbs.filter((verb) => !scripts[verb]?.includes(`src/main.ts ${verb}`))).toEqual([]);
});

test("every variable that is read is in .env.example, and no other", () => {
  const example = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const known = [...read("src/config.ts").matchAll(/"([A-Z]+(?:_[A-Z]+)+)"/g)].map(([, name]) => name);
  expect([...new Set(known)].sort()).toEqual(example.sort());
});
