/** Dates of three precisions and names of languages, for each wording to put into its own words. */
import type { Language, PartialDate } from "../../model.ts";

interface DateParts {
  readonly year: string;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** Takes `2018-06-25`, `2018-06` or `2018` apart. */
export function dateParts(date: PartialDate): DateParts {
  const [year = "", month, day] = date.split("-");
  return {
    year,
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  };
}

/** The names that are said most, as `Intl` has them: its first use takes 6 MB for good. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "en in en": "English",
    "sv in en": "Swedish",
    "es in en": "Spanish",
    "en in sv": "engelska",
    "sv in sv": "svenska",
    "es in sv": "spanska",
    "en in es": "inglés",
    "sv in es": "sueco",
    "es in es": "español",
  }),
);

/** A language's name in another language: ("sv", "en") is "Swedish"; the tag itself if it is unknown. */
export function languageName(tag: Language, inLanguage: Language): string {
  const said = NAMES.get(`${tag} in ${inLanguage}`);
  if (said !== undefined) return said;
  try {
    return new Intl.DisplayNames([inLanguage], { type: "language" }).of(tag) ?? tag;
  } catch {
    // a tag that no one knows is still the best name there is for it
    return tag;
  }
}

/** With a capital at its start. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
