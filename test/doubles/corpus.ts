/** A corpus of a few given texts. */
import { readCommonWords } from "../../adapters/disk/common-words.ts";
import { type Corpus, type CorpusOptions, createCorpus } from "../../src/corpus/corpus.ts";
import type { Document, Passage, Source } from "../../src/model.ts";
import { source } from "./library.ts";

/** A document of plain paragraphs, two lines each, whose file is the paragraphs alone. */
export function textDocument(
  given: Partial<Source> & Pick<Source, "id">,
  paragraphs: readonly string[],
): Document {
  const of = source({ kind: "document", ...given });
  const passages = paragraphs.map(
    (text, i): Passage => ({
      source: of,
      paragraph: i + 1,
      lines: [2 * i + 1, 2 * i + 1],
      text,
      form: "text",
      headings: [],
    }),
  );
  return { source: of, passages, file: `${paragraphs.join("\n\n")}\n` };
}

/** A corpus of documents, put there in the order given. */
export function corpusOf(documents: readonly Document[], options?: CorpusOptions): Corpus {
  const corpus = createCorpus({ commonWords: readCommonWords, ...options });
  for (const document of documents) corpus.put(document);
  return corpus;
}

/** Three short sources about a harbour, in English and Swedish. */
export const HARBOUR: readonly Document[] = [
  textDocument({ id: "press/harbour", title: "Harbour workers protest" }, [
    "More than 420 harbour workers signed a letter to the mayor on 12 May 2019. They asked for shorter nights.",
    "The harbour paid $31 million for new cranes, said the Port Authority of Norvik (PAN).",
    "The mayor, Ingrid Solberg, met the workers in Norvik because the nights were long.",
  ]),
  textDocument({ id: "press/cranes", title: "New cranes for Norvik" }, [
    "The cranes were built in Gdansk and lift 90 tonnes.",
    "Ingrid Solberg opened the new terminal in 2021. She cut a ribbon.",
  ]),
  textDocument({ id: "press/hamnen", title: "Hamnarbetare protesterar", language: "sv" }, [
    "Fler än 420 hamnarbetare skrev under ett brev till borgmästaren.",
    "Kranarna kostade 31 miljoner dollar.",
  ]),
];
