/** Which words can be an answer of a kind: years and months, numbers in words, reasons, and words that open a place. */

import { OPENING_NUMERAL } from "../corpus/terms.ts";
import type { Vocabulary } from "../corpus/vocabulary.ts";

export const QUANTITY = 1;
export const DATE = 2;
export const REASON = 4;
export const PLACE_OPENER = 8;
export const UNIT = 16;
export const PRONOUN = 32;
export const CONNECTIVE = 64;
export const COPULA = 128;
/** May point back, or to what follows: "it", "this". */
export const WEAK_PRONOUN = 256;
/** Opens what something is: "was a", "var en". */
export const ARTICLE = 512;
/** A closed-class word of its text's language. */
export const STOP = 1024;
const KNOWN = 32_768;

const LISTS: readonly (readonly [number, string])[] = [
  [
    QUANTITY,
    `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen
    dozens half third quarter twice double several few
    tva tre fyra fem sex sju atta nio tio elva tolv tjugo trettio fyrtio femtio hundra hundratals tusen tusentals miljon miljoner
    miljard miljarder dussin halften tredjedel fjardedel flera
    zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig vierzig funfzig hundert tausend million millionen
    milliarde milliarden dutzend halfte drittel viertel mehrere
    dos tres cuatro cinco seis siete ocho nueve diez doce veinte treinta cuarenta cincuenta cien ciento cientos mil miles millon
    millones docena mitad tercio cuarto varios`,
  ],
  [
    DATE,
    `january february march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday century decade year years today yesterday
    januari februari mars maj juni juli augusti oktober mandag tisdag onsdag torsdag fredag lordag sondag arhundrade artionde
    -talet ar aret
    januar februar marz mai dezember montag dienstag mittwoch donnerstag freitag samstag sonntag jahrhundert jahr jahre jahrzehnt
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes
    sabado domingo siglo ano anos decada`,
  ],
  [
    REASON,
    `because due since owing therefore thus hence caused cause causes reason reasons order so result protest
    eftersom darfor grund orsak orsaken orsakade anledning beror
    weil wegen denn deshalb daher grund aufgrund verursacht damit da
    porque debido causa razon motivo`,
  ],
  [PLACE_OPENER, "in at near from to of i pa vid fran till hos im am aus nach bei en desde hasta a"],
  [
    UNIT,
    `percent per cent dollar dollars euro euros pound pounds km kilometers kilometres miles metres meters feet foot inches kg tons tonnes
    people employees workers procent kronor kr kilometer meter personer anstallda prozent kilogramm einwohner por ciento dolares metros
    kilometros personas`,
  ],
  [PRONOUN, "he she they his her their han hon hans hennes deras er sie ihr ihre ihren ellos ellas"],
  [
    WEAK_PRONOUN,
    `it its this that these those such det den dess denna detta dessa es dieser diese dieses dies sein seine ella ello este esta esto
    estos estas ese esa eso su sus`,
  ],
  [ARTICLE, "a an the one en ett den det un una el la uno ein eine der die das short"],
  [
    COPULA,
    "is are was were be stands stood means meant ar var blev star betyder ist sind war waren es son era eran fue significa",
  ],
  [
    CONNECTIVE,
    `however but and also moreover furthermore therefore thus instead then similarly additionally nevertheless otherwise consequently
    men och dock dessutom darfor darmed aven istallet sedan
    aber und jedoch ausserdem deshalb daher dennoch zudem dann auch
    pero y sin ademas tambien entonces luego`,
  ],
];

function kindsByWord(): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const [kind, list] of LISTS)
    for (const word of list.split(/\s+/)) if (word !== "") kinds.set(word, (kinds.get(word) ?? 0) | kind);
  return kinds;
}

function kindOfNumber(text: string): number {
  if (/^(?:1\d|20)\d\d(?:s|er|talet)?$/.test(text)) return QUANTITY | DATE;
  return OPENING_NUMERAL.test(text) ? QUANTITY : 0;
}

const BY_WORD = kindsByWord();

/** The kinds of a folded word, as bits. */
export function kindOf(word: string): number {
  return BY_WORD.get(word) ?? kindOfNumber(word);
}

/** The kinds of a surface, as bits. Remembered by surface number. */
export function createWordKinds(vocabulary: Vocabulary): (surface: number) => number {
  let known = new Uint16Array(4096);
  return (surface) => {
    if (surface >= known.length) {
      const grown = new Uint16Array(Math.max(surface + 1, known.length * 2));
      grown.set(known);
      known = grown;
    }
    const kind = known[surface] ?? 0;
    if (kind !== 0) return kind;
    const text = vocabulary.surfaceText(surface);
    const found = kindOf(text) | (vocabulary.isStop(surface) ? STOP : 0) | KNOWN;
    known[surface] = found;
    return found;
  };
}
