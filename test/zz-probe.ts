import { answerJson } from "../adapters/terminal/json.ts";
import { createAnswering, attempts, chosenOf } from "../src/answer/answer.ts";
import { createAnswerTools } from "../src/answer/tools.ts";
import { objectionTo } from "../src/answer/decide.ts";
import { shipped, shippedCorpus } from "./doubles/shipped.ts";
import { judge } from "./eval/judge.ts";
import { readFileSync } from "node:fs";
const corpus = shippedCorpus(await shipped());
const answer = createAnswering(corpus);
const tools = { ...createAnswerTools(corpus), raised: 0 };
const file = process.argv[2]!; const pre = process.argv[3] ?? "";
const qs = readFileSync(file, "utf8").trim().split("\n").map((l) => JSON.parse(l)).filter((q) => q.id.startsWith(pre));
for (const q of qs) {
  const json = JSON.parse(answerJson({ id: q.id, question: q.q }, answer({ text: q.q }), undefined));
  const v = judge(q, json);
  const t = chosenOf(attempts(q.q, tools, 3));
  const o = t?.ranking.sentences[0] && !t.best ? objectionTo(t.ranking.sentences[0], t.context).kind : "";
  const m = (t?.best?.ranked ?? t?.ranking.sentences[0])?.evidence;
  console.log(JSON.stringify({ id: q.id, v, conf: +json.confidence.toFixed(2), o, q: q.q.slice(0, 140), abs: !!q.abstain, quote: json.passages[0]?.quote?.slice(0, 100), terms: t?.reading.terms.map((x, i) => `${x.word}${x.name ? "*" : ""}:${Math.max(m?.match.values[i] ?? 0, m?.title.values[i] ?? 0).toFixed(1)}`).join(" "), deed: t?.reading.terms[t.reading.deed]?.word }));
}
