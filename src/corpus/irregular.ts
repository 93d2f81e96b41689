/** Inflected forms that no stemmer brings home: strong verbs and a few nouns, each with the form they are searched by. */

// base form, then its other forms; words with another common meaning are left out (saw, felt, left, rose, ground, lay, found)
const FORMS: Readonly<Record<string, string>> = {
  en: `arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent|bite bit bitten|
    bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|
    choose chose chosen|cling clung|come came|creep crept|deal dealt|die died dying dies dead death|dig dug|draw drew drawn|dream dreamt|
    drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|fight fought|fly flew flown|forbid forbade forbidden|
    forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|give gave given|go went gone goes|grow grew grown|
    hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lead led|learn learnt|leave leaving leaves|lend lent|
    lie lied lying|light lit|lose lost losing|make made making|mean meant|meet met|mistake mistook mistaken|overthrow overthrew overthrown|
    pay paid|prove proven|ride rode ridden|ring rang rung|rise risen rising|run ran running|say said|see seen seeing|seek sought|sell sold|send sent|
    shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|
    slide slid|speak spoke spoken|spend spent|spin spun|split splitting|stand stood|steal stole stolen|stick stuck|strike struck stricken|
    strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken taking|teach taught|tear tore torn|
    tell told|think thought|throw threw thrown|understand understood|undertake undertook undertaken|wake woke woken|
    wear wore worn|weave wove woven|weep wept|win won winning|withdraw withdrew withdrawn|withstand withstood|write wrote written writing|
    child children|man men|woman women|foot feet|tooth teeth|goose geese|mouse mice|person people|wife wives|leaf|half halves|
    analysis analyses|crisis crises|criterion criteria|phenomenon phenomena|datum data`,
  sv: `be bad bett bedja|binda band bundit|bita bet bitit|bjuda bjöd bjudit|bli blev blivit bliva|brinna brann brunnit|brista brast brustit|
    bryta bröt brutit brutits|bära bar burit burits|böra borde bort|dra drog dragit dra|dricka drack druckit|driva drev drivit drivits|dö dog dött dör|
    falla föll fallit|finna fann funnit|finnas fanns funnits finns|flyga flög flugit|frysa frös frusit|få fick fått får|försvinna försvann försvunnit|
    ge gav gett givit ger giva gavs|gripa grep gripit greps|gråta grät gråtit|gå gick gått går|göra gjorde gjort gör gjordes|hinna hann hunnit|
    hugga högg huggit|hålla höll hållit hölls hålls hållits|knyta knöt knutit|komma kom kommit kommer|krypa kröp krupit|le log lett|
    lida led lidit|ligga låg legat ligger|ljuga ljög ljugit|lägga lade lagt lägger|låta lät låtit|njuta njöt njutit|rida red ridit|
    riva rev rivit|se såg sett ser sågs|sitta satt suttit|sjunga sjöng sjungit|sjunka sjönk sjunkit|skilja skilde skilt skildes|skina sken skinit|
    skjuta sköt skjutit sköts|skriva skrev skrivit skrevs skrivits|skära skar skurit|slippa slapp sluppit|slita slet slitit|slå slog slagit|
    sluta slöt slutit|sova sov sovit|sprida spred spridit|springa sprang sprungit|sticka stack stuckit|stiga steg stigit|stjäla stal stulit|
    stå stod stått står|svära svor svurit|säga sade sagt säger sa|sälja sålde sålt såldes|sätta satte satt sätter|ta tog tagit tar taga togs tagits|tiga teg tigit|
    vara var varit|veta visste vetat|vilja ville velat|vinna vann vunnit|vrida vred vridit|växa växte|äta åt ätit|
    man män mannen männen|bok böcker boken böckerna|land länder landet länderna|hand händer handen händerna|stad städer staden städerna|
    natt nätter|fot fötter|tand tänder|son söner|far fäder fadern|mor mödrar modern|bror bröder|dotter döttrar|barn barnen barns`,
  de: `beginnen begann begonnen|beißen biss gebissen|biegen bog gebogen|bieten bot geboten|binden band gebunden|bitten bat gebeten|
    bleiben blieb geblieben|brechen brach gebrochen bricht|brennen brannte gebrannt|bringen brachte gebracht|denken dachte gedacht|
    empfehlen empfahl empfohlen|enthalten enthielt enthält|entscheiden entschied entschieden|entstehen entstand entstanden|erhalten erhielt erhält|
    essen aß gegessen isst|fahren fuhr gefahren fährt|fallen fiel gefallen fällt|fangen fing gefangen fängt|finden fand gefunden|fliegen flog geflogen|
    fliehen floh geflohen|fließen floss geflossen|frieren fror gefroren|geben gab gegeben gibt|gehen ging gegangen|gelten galt gegolten gilt|
    gewinnen gewann gewonnen|greifen griff gegriffen|halten hielt gehalten hält|heben hob gehoben|heißen hieß geheißen|helfen half geholfen hilft|
    kennen kannte gekannt|kommen kam gekommen|laden lud geladen|lassen ließ gelassen lässt|laufen lief gelaufen läuft|leiden litt gelitten|
    lesen las gelesen liest|liegen lag gelegen|lügen log gelogen|messen maß gemessen misst|nehmen nahm genommen nimmt|nennen nannte genannt|
    raten riet|reißen riss gerissen|reiten ritt geritten|rufen rief gerufen|schaffen schuf geschaffen|scheiden schied geschieden|
    scheinen schien geschienen|schlafen schlief|schlagen schlug geschlagen schlägt|schließen schloss geschlossen|schneiden schnitt geschnitten|
    schreiben schrieb geschrieben|schreien schrie|schwimmen schwamm geschwommen|sehen sah gesehen sieht|senden sandte gesandt|singen sang gesungen|
    sinken sank gesunken|sitzen saß gesessen|sprechen sprach gesprochen spricht|springen sprang gesprungen|stehen stand gestanden|
    steigen stieg gestiegen|sterben starb gestorben stirbt tod|stoßen stieß gestoßen|tragen trug getragen trägt|treffen traf getroffen trifft|
    treiben trieb getrieben|treten trat getreten tritt|trinken trank getrunken|tun tat getan|verbieten verbot verboten|vergessen vergaß|
    verlassen verließ verlässt|verlieren verlor verloren|verstehen verstand verstanden|wachsen wuchs gewachsen wächst|werfen warf geworfen wirft|
    wissen wusste gewusst weiß|ziehen zog gezogen|zwingen zwang gezwungen`,
};

/** The forms of one language: inflected word, in lower case, to its base. */
export function irregularForms(language: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const entry of (FORMS[language] ?? "").split("|")) {
    const [base = "", ...others] = entry.trim().split(/\s+/);
    for (const other of others) forms.set(other, base);
  }
  return forms;
}
