/** A small press library and answers from it, as the rest of the core would give them. */
import type { Answer, Citation, Finding } from "../../src/model.ts";
import { citation, document, library, source } from "./library.ts";

export const buzzfeed = document(
  source({
    id: "press/letter",
    title: "Employees Of Another Major Tech Company Are Petitioning Government Contracts",
    publisher: "BuzzFeed News",
    topics: ["Salesforce", "CBP"],
    questions: [
      "How many Salesforce employees signed the letter?",
      "Which product worried the signers most?",
    ],
  }),
  [
    "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.",
    "Salesforce signed its contract with CBP in March 2018.",
    "> We are proud that our employees are passionate and vocal.",
  ],
);

export const hill = document(
  source({
    id: "press/meeting",
    title: "Salesforce agrees to meet with activists protesting border patrol contract",
    publisher: "The Hill",
    published: "2018-09",
    topics: ["Salesforce", "RAICES"],
    questions: ["Who turned down money from Salesforce?"],
  }),
  [
    "RAICES turned down $250,000 from Salesforce in July 2018, in protest at its CBP contract.",
    "Hundreds of Salesforce employees had signed a letter in June 2018.",
  ],
);

export const sweden = document(
  source({
    id: "press/demonstration",
    title: "Demonstration mot Salesforce",
    publisher: "Computer Sweden",
    published: "2018-09-25",
    language: "sv",
    topics: ["Salesforce"],
    questions: ["Hur många besökare räknade Dreamforce med?"],
  }),
  ["Raices lämnade tillbaka de 250 000 dollarna, enligt The Register."],
);

export const letterText = document(
  source({
    id: "letters/open-letter",
    title: "An open letter",
    publisher: "The signers",
    kind: "document",
    published: "2019-07-11",
    topics: ["Amazon"],
    checked: undefined,
  }),
  ["We believe that our company should not be in this business."],
);

const note = document(
  source({
    id: "notes/contract",
    title: "The contract",
    publisher: "Receipts",
    kind: "note",
    url: undefined,
  }),
  ["None of these sources reports that Salesforce ended its CBP contract."],
);

export const pressLibrary = library([buzzfeed, hill, sweden, letterText, note]);

/** A finding with these citations. */
export const finding = (first: Citation, ...others: readonly Citation[]): Finding => ({
  citations: [first, ...others],
});

const base = {
  language: "en",
  confidence: 0.9,
  notes: [],
  coverage: { sources: 5, from: "2018-06", to: "2019-07" },
  asksForNow: false,
  ranked: [],
} as const;

type Found = Extract<Answer, { kind: "found" }>;
type NotFound = Extract<Answer, { kind: "not-found" }>;

/** An answer with these findings. */
export const found = (findings: Found["findings"], more: Partial<Found> = {}): Found => ({
  ...base,
  kind: "found",
  findings,
  difference: undefined,
  ...more,
});

/** A not-found. */
export const notFound = (more: Partial<NotFound> = {}): NotFound => ({
  ...base,
  kind: "not-found",
  reason: "not-in-sources",
  nearest: [],
  ...more,
});

export const signers = found([finding(citation(buzzfeed, 1)), finding(citation(hill, 2))], {
  difference: {
    kind: "less-exact",
    about: "signers",
    names: ["more than 650", "hundreds"],
    sides: [[0], [1]],
    same: undefined,
  },
  ranked: [citation(buzzfeed, 1), citation(hill, 2), citation(buzzfeed, 2)],
});

const speech = document(
  source({ id: "documents/speech", title: "A long speech", kind: "document" }),
  ["one", "two", "three"].map((word) => `${`${word} `.repeat(600)}end.`),
);

export const lengthyLibrary = library([speech]);

/** An answer that takes several messages wherever it is posted. */
export const lengthy = found([
  finding(citation(speech, 1)),
  finding(citation(speech, 2)),
  finding(citation(speech, 3)),
]);

export const donation = found([finding(citation(hill, 1)), finding(citation(sweden, 1))], {
  difference: {
    kind: "two-accounts",
    about: "the donation",
    names: ["Turned down", "Handed back"],
    sides: [[0], [1]],
    same: "$250,000",
  },
});

export const ended = notFound({
  notes: [
    {
      quote: "none of these sources reports that Salesforce ended its CBP contract.",
      source: note.source,
      paragraph: 1,
    },
  ],
  nearest: [{ source: buzzfeed.source, about: "the Salesforce–CBP contract" }],
});
