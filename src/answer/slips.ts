/** Short words as people type them on a phone: those that ask and join a question are put as they are spelt, for they are too short to be corrected by their letters. */

/** By language, what is meant and the ways it is typed. */
const TYPED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    what: "wat wot wut waht whta wht hwat wtf wth",
    which: "wich whcih whihc wihch",
    when: "wen wehn whn hwen",
    where: "wher whre wehre",
    why: "wy whi wyh",
    who: "hwo woh",
    how: "hw",
    many: "meny mny",
    much: "mutch",
    the: "teh hte",
    and: "adn nad",
    about: "abt",
    because: "bc cuz coz becuase",
    people: "ppl poeple",
    before: "b4",
    with: "wiht",
    did: "ddi",
    should: "shud shoud shuld",
    could: "cud coud",
    would: "wud woud",
    does: "deos",
    tell: "tel",
    their: "thier",
    said: "sed sayd",
    have: "hav",
  },
  sv: {
    vad: "va",
    varför: "varfor vaför vafför varfö",
    vilken: "vilkn",
    "hur många": "hurmånga",
    mycket: "mkt",
    någon: "ngn",
    något: "ngt",
    också: "oxå",
    och: "å",
    de: "dom",
  },
  es: {
    que: "q k ke qe",
    "por que": "xq pq porq",
    quien: "kien qien",
    cuantos: "cuantoss kuantos",
    cuando: "kuando",
    también: "tb",
  },
};

const BY_LANGUAGE: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(TYPED).map(([language, table]) => [
    language,
    new Map(Object.entries(table).flatMap(([meant, typed]) => typed.split(" ").map((each) => [each, meant]))),
  ]),
);

const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}'’_@#-])`;
const BEHIND = String.raw`(?![\p{L}\p{M}\p{N}'’_-])`;
const WORD = new RegExp(String.raw`${BEFORE}\p{L}[\p{L}\p{M}\p{N}]{0,8}${BEHIND}`, "gu");
/** By language, any word typed so: most questions have none, which is told sooner than word by word. */
const ANY: ReadonlyMap<string, RegExp> = new Map(
  [...BY_LANGUAGE].map(([language, typed]) => [
    language,
    new RegExp(`${BEFORE}(?:${[...typed.keys()].join("|")})${BEHIND}`, "iu"),
  ]),
);

/** A question with such words spelt out. One in capitals is left: it may be a name. */
export function spelledOut(text: string, language: string): string {
  const typed = BY_LANGUAGE.get(language);
  if (typed === undefined || ANY.get(language)?.test(text) !== true) return text;
  return text.replace(WORD, (word) => {
    const isName = word.length > 1 && word === word.toUpperCase();
    return isName ? word : (typed.get(word.toLowerCase()) ?? word);
  });
}
