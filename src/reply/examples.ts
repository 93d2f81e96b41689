/** Example questions from the loaded corpus: for help, for a first start, and where nothing else is to be said. */
import type { Action, Block, Language, Source } from "../model.ts";
import { line } from "./inline.ts";
import type { Wording } from "./wording/wording.ts";

/** A question to start with, and a key that finds it again after a restart. */
export interface Example {
  /** `press/letter~0`, the question's place in its source's list, or `=CBP`, a topic. */
  readonly key: string;
  readonly question: string;
}

/**
 * Up to `count` questions, spread over the sources: first those in the reply's language, then made ones about topics, so that a person
 * is not shown questions that they cannot read.
 */
export function exampleQuestions(sources: readonly Source[], words: Wording, count = 3): readonly Example[] {
  const own = interleave(
    sources.filter((source) => sameLanguage(source.language, words.language)).map(ownExamples),
  );
  const topics = [...new Set(interleave(sources.map((source) => source.topics)))];
  const made = topics.map((topic) => topicExample(topic, words));
  return [...own, ...made].slice(0, count);
}

/** The question that an example's key stands for; undefined if its source has changed. */
export function exampleByKey(key: string, sources: readonly Source[], words: Wording): Example | undefined {
  if (key.startsWith("=")) return topicExample(key.slice(1), words);
  return sources.flatMap(ownExamples).find((example) => example.key === key);
}

/** The questions as a numbered list under their lead; nothing if there are none. */
export function exampleBlocks(examples: readonly Example[], words: Wording): readonly Block[] {
  if (examples.length === 0) return [];
  const items = examples.map(({ question }) => line`${question}`);
  return [
    { kind: "paragraph", text: line`${words.help.examples}` },
    { kind: "list", ordered: true, items },
  ];
}

/** A button for each question, which is its label. */
export function exampleActions(examples: readonly Example[], words: Wording): readonly Action[] {
  return examples.map(({ key, question }) => ({
    kind: "ask-example",
    label: question,
    keys: [words.language, key],
  }));
}

const sameLanguage = (a: Language, b: Language) => a.split("-")[0] === b.split("-")[0];

const ownExamples = ({ id, questions }: Source): readonly Example[] =>
  questions.map((question, at) => ({ key: `${id}~${at}`, question }));

const topicExample = (topic: string, words: Wording): Example => ({
  key: `=${topic}`,
  question: words.help.aboutTopic(topic),
});

/** The first of each list, then the second of each, and so on. */
function interleave<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
