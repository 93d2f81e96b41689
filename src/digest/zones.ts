/** Time zones as people write them: `Europe/Stockholm`, `stockholm`, `new york`, `UTC`. */
import { editDistance } from "../answer/spelling.ts";

/** Zones offered for one that is not known. */
const MOST_SUGGESTED = 3;

/** What people write in place of a zone. They mean several, or a fixed offset, so they are only suggested from. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  cet: ["Europe/Stockholm", "Europe/Berlin", "Europe/Madrid"],
  cest: ["Europe/Stockholm", "Europe/Berlin", "Europe/Madrid"],
  eet: ["Europe/Helsinki", "Europe/Athens", "Europe/Kyiv"],
  bst: ["Europe/London"],
  gmt: ["Europe/London", "UTC"],
  et: ["America/New_York"],
  est: ["America/New_York", "America/Panama"],
  edt: ["America/New_York"],
  ct: ["America/Chicago"],
  cst: ["America/Chicago", "America/Mexico_City", "Asia/Shanghai"],
  cdt: ["America/Chicago"],
  mt: ["America/Denver"],
  mst: ["America/Denver", "America/Phoenix"],
  mdt: ["America/Denver"],
  pt: ["America/Los_Angeles"],
  pst: ["America/Los_Angeles"],
  pdt: ["America/Los_Angeles"],
  ist: ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"],
  jst: ["Asia/Tokyo"],
};

/** Names that are newer than those `Intl` lists. */
const NEWER = [
  "UTC",
  "America/Nuuk",
  "America/Argentina/Buenos_Aires",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Ho_Chi_Minh",
  "Asia/Yangon",
  "Europe/Kyiv",
];

const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");

const cityOf = (zone: string) => zone.split("/").at(-1) ?? zone;

/** Every name there is, the newer ones first. */
const zones = (): readonly string[] => [...new Set([...NEWER, ...Intl.supportedValuesOf("timeZone")])];

/** The zone that a text names in full or by its city; undefined if there is none. */
export function zoneNamed(text: string): string | undefined {
  const wanted = fold(text);
  const known = zones().find((zone) => fold(zone) === wanted || fold(cityOf(zone)) === wanted);
  if (known !== undefined || !wanted.includes("/")) return known;
  try {
    // an older name of a zone is still a name of it
    return new Intl.DateTimeFormat("en", { timeZone: wanted }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Zones that a text may have been meant for, best first; none if nothing is near. */
export function suggestedZones(text: string): readonly string[] {
  const wanted = fold(text);
  const short = ABBREVIATIONS[wanted];
  if (short !== undefined) return short;
  const city = cityOf(wanted);
  const most = city.length < 5 ? 1 : Math.ceil(city.length / 4);
  const near = zones().flatMap((zone) => {
    const name = fold(cityOf(zone));
    const distance = name.startsWith(city) && city.length > 3 ? 1 : editDistance(city, name, most);
    return distance > most ? [] : [{ zone, distance }];
  });
  return near
    .sort((a, b) => a.distance - b.distance || (a.zone < b.zone ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(({ zone }) => zone);
}
