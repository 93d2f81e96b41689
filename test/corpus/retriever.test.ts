import { createPackedRetriever } from "../../src/corpus/packed.ts";
import { createMiniSearchRetriever } from "../../src/corpus/search.ts";
import type { Vocabulary } from "../../src/corpus/vocabulary.ts";
import { numbered, retrieverContract, retrieverOracle } from "../contracts/retriever.ts";

// the retriever asks the vocabulary for texts of stems and nothing else
const vocabulary = numbered as Vocabulary;

retrieverContract("MiniSearch", () => createMiniSearchRetriever(vocabulary));
retrieverContract("packed postings", () => createPackedRetriever());
retrieverOracle(
  "packed postings",
  () => createPackedRetriever(),
  () => createMiniSearchRetriever(vocabulary),
);
