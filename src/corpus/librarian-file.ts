/** What a librarian's own YAML file holds, before anybody asks what it means. */
import type { Problem } from "../model.ts";
import { readText, toProblems } from "./document.ts";
import { parseYaml } from "./front-matter.ts";
import type { Yaml } from "./yaml-lines.ts";

/** Reads a file that is YAML; touches nothing. An empty one holds nothing. */
export function readLibrarianFile(
  path: string,
  bytes: Uint8Array,
): { readonly value: Yaml } | { readonly problems: readonly Problem[] } {
  const text = readText(bytes);
  if (typeof text !== "string") return { problems: [{ path, ...text }] };
  const parsed = parseYaml(text);
  return "faults" in parsed ? { problems: toProblems(path, parsed.faults) } : { value: parsed.value };
}
