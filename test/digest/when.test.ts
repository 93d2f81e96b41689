import { describe, expect, test } from "vitest";
import { readWhen } from "../../src/digest/when.ts";
import { suggestedZones, zoneNamed } from "../../src/digest/zones.ts";

const TOPICS = ["CBP", "Salesforce", "Border Patrol", "Jordan"];

/** As one line: weekdays, time, zone, topics. */
function heard(text: string): string {
  const said = readWhen(text, TOPICS);
  if (said.kind === "unknown-rest") return `? ${said.zones.join(" ")}`;
  if (said.kind !== "understood") return said.kind;
  const time = `${Math.floor(said.minuteOfDay / 60)}:${String(said.minuteOfDay % 60).padStart(2, "0")}`;
  const rest = [said.zone, ...said.topics, said.always ? "(always)" : undefined];
  return [said.weekdays.join(""), time, ...rest].filter((each) => each !== undefined).join(" ");
}

test.each([
  ["mon 9", "1 9:00"],
  ["Monday 9.30", "1 9:30"],
  ["weekdays 09:00 Europe/Stockholm", "12345 9:00 Europe/Stockholm"],
  ["every friday at 5pm", "5 17:00"],
  ["every day at 12 am", "1234567 0:00"],
  ["fri 12 p.m. new york", "5 12:00 America/New_York"],
  ["mon, wed and fri 9 utc", "135 9:00 UTC"],
  ["mon-thu 8:15 Asia/Kathmandu CBP", "1234 8:15 Asia/Kathmandu CBP"],
  ["fri-mon noon", "1567 12:00"],
  ["monday to friday at 9", "12345 9:00"],
  ["Mon. through Thu., Sat 9", "12346 9:00"],
  ["mon - fri 9", "12345 9:00"],
  ["måndag till fredag kl. 9", "12345 9:00"],
  ["de lunes a viernes a las 9", "12345 9:00"],
  ["lunes a las 9", "1 9:00"],
  ["mondays 9 stockholm CBP, border patrol", "1 9:00 Europe/Stockholm CBP Border Patrol"],
  ["mon 9 salesforce Europe/London always", "1 9:00 Europe/London Salesforce (always)"],
  ["mon 9 jordan", "1 9:00 Jordan"],
  ["weekends 23:30 america/nuuk", "67 23:30 America/Nuuk"],
  ["varje måndag kl 9", "1 9:00"],
  ["vardagar 09.00 i Stockholm", "12345 9:00 Europe/Stockholm"],
  ["lördagar klockan 10", "6 10:00"],
  ["cada viernes a las 5pm", "5 17:00"],
  ["miércoles 9h30 Madrid", "3 9:30 Europe/Madrid"],
  ["días laborables 09:00", "12345 9:00"],
  ["9am mon", "1 9:00"],
  ["at 5 p.m. every friday, Madrid CBP", "5 17:00 Europe/Madrid CBP"],
  ["noon on weekdays", "12345 12:00"],
  ["kl 9 varje måndag", "1 9:00"],
  ["mon 0900", "1 9:00"],
  ["mon 930 utc", "1 9:30 UTC"],
  ["0900 weekdays", "12345 9:00"],
  ["mon 2460", "no-time"],
  ["mon/tue 9", "12 9:00"],
  ["Mon./Wed./Fri. 9 Europe/Stockholm", "135 9:00 Europe/Stockholm"],
  ["mon & thu-sat/sun 9", "14567 9:00"],
  ["mon/9", "no-weekday"],
  ["mon at 9 o’clock", "1 9:00"],
  ["mon 9 (Europe/Stockholm)", "1 9:00 Europe/Stockholm"],
  ["mon 9 (new york) CBP.", "1 9:00 America/New_York CBP"],
  ["mon 9 Stockholm.", "1 9:00 Europe/Stockholm"],
  ["mon 9 (Europe/Stokholm).", "? Europe/Stockholm"],
  ["9am", "no-weekday"],
  ["9:00", "no-weekday"],
  ["", "no-weekday"],
  ["mon", "no-time"],
  ["mon at", "no-time"],
  ["mon 25", "no-time"],
  ["mon 13pm", "no-time"],
  ["mon 0am", "no-time"],
  ["mon 9:60", "no-time"],
  ["mon 9 Europe/Stokholm", "? Europe/Stockholm"],
  ["mon 9 PST", "? America/Los_Angeles"],
  ["mon 9 nothing-of-the-kind", "? "],
])("%s", (text, expected) => expect(heard(text)).toBe(expected));

describe("a zone", () => {
  test("is known by its newer and its older name", () => {
    expect(["Asia/Kathmandu", "Europe/Kyiv", "America/Nuuk"].map(zoneNamed)).toEqual([
      "Asia/Kathmandu",
      "Europe/Kyiv",
      "America/Nuuk",
    ]);
    expect(zoneNamed("US/Eastern")).toBe("America/New_York");
  });

  test("that is misspelt is suggested by its city", () => {
    expect(suggestedZones("Europe/Stokholm")).toEqual(["Europe/Stockholm"]);
    expect(suggestedZones("katmandoo")).toContain("Asia/Kathmandu");
    expect(suggestedZones("America/Los_Angles")).toContain("America/Los_Angeles");
  });
});
