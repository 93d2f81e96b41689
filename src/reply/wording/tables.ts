/** The wordings there are, and which one a language gets. */
import type { Language } from "../../model.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { sv } from "./sv.ts";
import type { Wording } from "./wording.ts";

const TABLES: readonly Wording[] = [en, sv, es];

/** The wording for the first of these languages that has one, English if none has: "es-MX" is worded in Spanish. */
export function wordingFor(...languages: readonly (Language | undefined)[]): Wording {
  for (const language of languages) {
    const primary = language?.toLowerCase().split("-")[0];
    const table = TABLES.find((each) => each.language === primary);
    if (table) return table;
  }
  return en;
}
