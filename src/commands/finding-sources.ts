/** Sources by what a person types of them. */
import type { Source } from "../model.ts";
import type { Suggestion } from "./command.ts";

/** What platforms show of completions. */
const MOST_SUGGESTED = 25;

/** Without case, accents, quotation marks and runs of white space, for comparing what people type. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}"'`‘’‚“”„«»‹›*]+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** The sources a text may mean: the one whose id it is, else those with all of its words in id, title or publisher. */
export function sourcesNamed(sources: readonly Source[], typed: string): readonly Source[] {
  const wanted = fold(typed);
  const exact = sources.filter(({ id, title }) => fold(id) === wanted || fold(title) === wanted);
  if (exact.length > 0 || wanted === "") return exact;
  const words = wanted.split(" ");
  return sources.filter(({ id, title, publisher }) => {
    const names = fold(`${id} ${title} ${publisher}`);
    return words.every((word) => names.includes(word));
  });
}

/** Sources to complete what is typed with, by title. */
export function sourceSuggestions(sources: readonly Source[], typed: string): readonly Suggestion[] {
  const matching = typed.trim() === "" ? sources : sourcesNamed(sources, typed);
  return matching.slice(0, MOST_SUGGESTED).map(({ id, title }) => ({ label: title, value: id }));
}

/** Topics to complete what is typed with. */
export function topicSuggestions(sources: readonly Source[], typed: string): readonly Suggestion[] {
  const wanted = fold(typed);
  return [...new Set(sources.flatMap((source) => source.topics))]
    .filter((topic) => fold(topic).includes(wanted))
    .slice(0, MOST_SUGGESTED)
    .map((topic) => ({ label: topic, value: topic }));
}
