import { describe, expect, test } from "vitest";
import { digestCommand } from "../../src/commands/digest.ts";
import { readLine, splitText } from "../../src/commands/line.ts";
import { DeliveryError } from "../../src/errors.ts";
import type { Place } from "../../src/model.ts";
import { plain } from "../../src/reply/plain.ts";
import { wordingFor } from "../../src/reply/wording/tables.ts";
import type { Wording } from "../../src/reply/wording/wording.ts";
import { memoryDigestStore } from "../doubles/digest-store.ts";
import { givenLibrary } from "../doubles/given-library.ts";
import { fakeRooms, fixedClock } from "../doubles/rooms.ts";

const place: Place = { platform: "slack", channel: "C1", thread: undefined, direct: false };

function house(topics: readonly string[] = ["CBP"]) {
  const clock = fixedClock("2027-03-03T12:00:00Z");
  const rooms = fakeRooms(clock);
  const store = memoryDigestStore();
  const library = givenLibrary({
    "press/letter": { title: "The letter", topics: [...topics], body: "More than 650 employees signed." },
  });
  const command = digestCommand({
    library,
    store,
    channel: rooms.channel,
    now: clock.now,
    zone: () => "Europe/Stockholm",
    direct: "never kept",
  });
  const context = {
    place,
    audience: "asker",
    mayManage: true,
    locale: undefined,
    words: wordingFor("en"),
  } as const;
  const say = async (
    text: string,
    more: Partial<typeof context> | { place: Place } | { words: Wording } | { mayManage: boolean } = {},
  ) => {
    try {
      return plain(await command.run(splitText(command.params, text), { ...context, ...more }));
    } catch (error) {
      return error instanceof Error ? `! ${error.message}` : "";
    }
  };
  const announced = () => rooms.posts.map(({ reply }) => plain(reply));
  return { say, announced, store, command, context, library, ...rooms };
}

describe("what to do with digests", () => {
  test.each([
    [
      "list",
      ["sammandrag lista", "sammandrag visa", "resumen lista", "resumen listar", "digest show", "digest ls"],
    ],
    ["pause 1", ["sammandrag pausa 1", "resumen pausa 1", "resumen PAUSAR 1", "resumen pon en pausa 1"]],
    ["resume 1", ["sammandrag återuppta 1", "sammandrag ateruppta 1", "sammandrag fortsätt 1"]],
    ["resume 1", ["resumen reanudar 1", "resumen continúa 1", "digest continue 1"]],
    [
      "remove 1",
      ["sammandrag ta bort 1", "sammandrag ta  bort 1", "sammandrag avsluta 1", "sammandrag radera 1"],
    ],
    ["remove 1", ["resumen eliminar 1", "resumen borrar 1", "resumen dar de baja 1"]],
    ["remove 1", ["digest unsubscribe 1", "digest delete 1", "digest stop 1", "digest cancel 1"]],
    ["preview", ["sammandrag förhandsvisa", "resumen vista previa"]],
    ["subscribe mån 9", ["sammandrag prenumerera mån 9", "sammandrag lägg till mån 9"]],
    ["subscribe lun 9", ["resumen suscribir lun 9", "/resumen suscribirse lun 9"]],
  ])("can be said in other words and languages: %s", async (meant, lines) => {
    for (const line of lines) {
      const [one, other] = [house(), house()];
      for (const { say } of [one, other]) await say("subscribe mon 9");
      const read = readLine([one.command], line);
      expect(read).toMatchObject({ kind: "command", command: "digest" });
      const { args } = read.kind === "command" ? read : { args: {} };
      const said = plain(await one.command.run(args, one.context));
      expect([line, said]).toEqual([line, await other.say(meant)]);
    }
  });

  test("are said in one word each wherever they are shown", async () => {
    const { command, say } = house();
    expect(command.params.action).toMatchObject({
      choices: ["subscribe", "list", "preview", "pause", "resume", "remove"],
    });
    expect(await say("")).not.toMatch(/unsubscribe|delete|show|lista/);
    await expect(command.run({ action: "destroy" }, house().context)).rejects.toThrow(
      "action has to be one of: subscribe, list, preview, pause, resume, remove.",
    );
  });
});

describe("digest subscribe", () => {
  test("is echoed with the next three dates, and announced", async () => {
    const { say, announced } = house();
    expect(await say("subscribe mon 9 America/New_York CBP")).toMatchInlineSnapshot(`
      "Subscribed.
      Mondays at 09:00 (America/New_York), CBP.
      Next: Monday, 8 March 2027, 09:00; Monday, 15 March 2027, 09:00; Monday, 22 March 2027, 09:00.
      The first one says what our sources are; after that, what was added, revised or withdrawn. Nothing new, nothing posted."
    `);
    expect(announced()).toMatchInlineSnapshot(`
      [
        "This channel now gets a digest of our sources:
      Mondays at 09:00 (America/New_York), CBP.
      Next: Monday, 8 March 2027, 09:00; Monday, 15 March 2027, 09:00; Monday, 22 March 2027, 09:00.
      The first one says what our sources are; after that, what was added, revised or withdrawn. Nothing new, nothing posted.",
      ]
    `);
  });

  test("takes the zone of the channel's other digest, then the server's, and says so", async () => {
    const { say } = house();
    expect(await say("subscribe every friday at 5pm")).toContain(
      "No time zone was named, so the times are those of Europe/Stockholm.",
    );
    await say("remove");
    await say("subscribe mon 9 Asia/Kathmandu");
    expect(await say("subscribe weekdays 09:00")).toContain("Mondays to Fridays at 09:00 (Asia/Kathmandu)");
  });

  test.each([
    ["subscribe", "On which days?"],
    ["subscribe 9", "On which days?"],
    ["subscribe mon", "At what time?"],
    ["subscribe mon 9 Europe/Stokholm", "There is no such time zone. Did you mean Europe/Stockholm?"],
    ["subscribe mon 9 zqxmark", "nor one of our topics: CBP."],
  ])("that is %s is helped on without repeating it", async (text, help) => {
    const { say, announced } = house();
    expect(await say(text)).toContain(help);
    expect(await say(text)).not.toContain("zqxmark");
    expect(announced()).toEqual([]);
  });

  test.each([
    ["en", "and our sources have no topics."],
    ["sv", "och våra källor har inga ämnen."],
    ["es", "y nuestras fuentes no tienen temas."],
  ])("by a topic is told in %s that there are none where sources have none", async (language, end) => {
    const reply = await house([]).say("subscribe mon 9 zqxmark", { words: wordingFor(language) });
    expect(reply.endsWith(end)).toBe(true);
  });

  test("is refused in a direct message, and to who may not manage the channel", async () => {
    const { say, store } = house();
    expect(await say("subscribe mon 9", { place: { ...place, direct: true } })).toContain(
      "Digests are for channels",
    );
    expect(await say("subscribe mon 9", { mayManage: false })).toContain(
      "Only people who may manage this channel",
    );
    expect(await say("list", { mayManage: false })).toContain("no digest");
    expect(await store.subscriptions.list(undefined)).toEqual([]);
  });

  test("is undone where the channel cannot be told", async () => {
    const { say, store, faults } = house();
    faults.push({ error: new DeliveryError("not_in_channel", { effect: "not-a-member" }) });
    expect(await say("subscribe mon 9")).toContain("I cannot write in this channel, so nothing was changed.");
    expect(await store.subscriptions.list(undefined)).toEqual([]);
  });

  test("is possible ten times in a channel", async () => {
    const { say } = house();
    for (let hour = 0; hour < 10; hour++) await say(`subscribe mon ${hour}`);
    expect(await say("subscribe mon 11")).toContain("ten digests already");
  });
});

describe("digest", () => {
  test("alone says how, and who may", async () => {
    expect(await house().say("")).toMatchInlineSnapshot(`
      "- digest subscribe <weekdays> <time> [zone] [topics]: mon 9 · weekdays 09:00 Europe/Stockholm · every friday at 5pm Madrid CBP
      - digest list · digest preview · digest pause · digest resume · digest remove, each with a number where there are several
      The first one says what our sources are; after that, what was added, revised or withdrawn. Nothing new, nothing posted.
      On Slack anyone in the channel may change its digests, on Discord whoever may manage the channel. Every change is announced in the channel."
    `);
  });

  test("list says from when on news are counted, where the sources have none of the works that were known", async () => {
    const { say, library } = house();
    await say("subscribe mon 9 Europe/Stockholm");
    library.remove("press/letter");
    library.put("other/work", { title: "Else", body: "Other words altogether." });
    expect(await say("list")).toBe(
      "1. Mondays at 09:00 (Europe/Stockholm), all topics. Next: Monday, 8 March 2027, 09:00; Monday, 15 March 2027, 09:00; Monday, 22 March 2027, 09:00. Waiting: our sources have none of the works that were known here. If that stays so, news are counted from Monday, 15 March 2027, 09:00 on; if the works come back, nothing is lost.",
    );
    expect(await say("list", { words: wordingFor("sv") })).toContain(
      "räknas nyheter från måndag 15 mars 2027, 09:00; kommer verken tillbaka",
    );
    expect(await say("list", { words: wordingFor("es") })).toContain(
      "las novedades se cuentan desde el lunes, 15 de marzo de 2027, 09:00; si las obras vuelven",
    );
    expect(
      ["en", "sv", "es"].map((each) => wordingFor(each).digest.command.replaced("counted", "X")),
    ).toEqual([
      "All works of our sources were replaced; news are counted from X on.",
      "Alla verk i våra källor har bytts ut; nyheter räknas från X.",
      "Se sustituyeron todas las obras de nuestras fuentes; las novedades se cuentan desde el X.",
    ]);
  });

  test("list shows this place alone, and why one rests", async () => {
    const { say, store } = house();
    await say("subscribe mon 9");
    await say("subscribe daily 8 always");
    await say("subscribe fri 9", { place: { ...place, channel: "C2" } });
    await say("pause 2");
    const [first] = await store.subscriptions.list({ platform: "slack", channel: "C1", thread: undefined });
    await store.ledger.plan(
      first ?? ({} as never),
      [{ slot: new Date("2027-03-08T08:00Z"), state: "pending" }],
      new Date("2027-03-15T08:00Z"),
    );
    const claim = await store.ledger.claim("slack", new Date("2027-03-08T08:00Z"), 60_000);
    if (claim) await store.ledger.settle(claim, { kind: "unsure" }, new Date("2027-03-08T08:00Z"));
    expect(await say("list")).toMatchInlineSnapshot(`
      "1. Mondays at 09:00 (Europe/Stockholm), all topics. Next: Monday, 8 March 2027, 09:00; Monday, 15 March 2027, 09:00; Monday, 22 March 2027, 09:00. Nobody can know whether the digest of Monday, 8 March 2027, 09:00 was posted: the platform's answer was lost. It is not posted again.
      2. Every day at 08:00 (Europe/Stockholm), all topics, also when nothing is new. Paused: someone here paused it."
    `);
  });

  test("pause, resume and remove are announced, and want a number where there are several", async () => {
    const { say, announced, store } = house();
    await say("subscribe mon 9");
    expect(await say("pause")).toBe("Paused: Mondays at 09:00 (Europe/Stockholm), all topics.");
    expect(await say("resume")).toContain(
      "Goes on: Mondays at 09:00 (Europe/Stockholm), all topics.\nNext: Monday, 8 March 2027, 09:00;",
    );
    await say("subscribe tue 9");
    expect(await say("remove")).toContain("Add the number");
    expect(await say("remove 2")).toContain("Removed: Tuesdays");
    expect(announced()).toHaveLength(5);
    expect(await store.subscriptions.list(undefined)).toHaveLength(1);
  });

  test.each([
    ["en", "This channel has one, number 1;", "This channel has numbers 1 to 2;"],
    ["sv", "Den här kanalen har ett, nummer 1;", "Den här kanalen har nummer 1 till 2;"],
    ["es", "Este canal tiene uno, el número 1;", "Este canal tiene los números 1 a 2;"],
  ])("of a number that none has is met with those there are, in %s", async (language, one, two) => {
    const { say, store } = house();
    const words = { words: wordingFor(language) };
    await say("subscribe mon 9");
    expect(await say("pause 5", words)).toContain(one);
    await say("subscribe tue 9");
    expect(await say("remove 3", words)).toContain(two);
    expect(await say("remove 0", words)).toContain(two);
    expect(await store.subscriptions.list(undefined)).toHaveLength(2);
  });

  test("remove works where the channel cannot be written to any more", async () => {
    const { say, store, faults } = house();
    await say("subscribe mon 9");
    faults.push({ error: new DeliveryError("is_archived", { effect: "archived" }) });
    expect(await say("remove")).toContain("Removed");
    expect(await store.subscriptions.list(undefined)).toEqual([]);
  });

  test("preview shows what would be sent now, and what would not", async () => {
    const { say, library } = house();
    await say("subscribe mon 9 CBP");
    library.put("press/other", { title: "Another", topics: ["Else"], body: "Other words." });
    expect(await say("preview")).toMatchInlineSnapshot(`
      "This would be posted now:

      What is new in our sources on CBP
      The first digest of this channel: our sources are 1 work, the newest from June 2018. From now on you get what is added, revised or withdrawn.
      - Another: on another topic"
    `);
  });

  test("is understood where words are typed", () => {
    const { command } = house();
    expect(readLine([command], "digest subscribe weekdays 09:00 Europe/Stockholm")).toEqual({
      kind: "command",
      command: "digest",
      args: { action: "subscribe", details: "weekdays 09:00 Europe/Stockholm" },
    });
    expect(readLine([command], "digest of the letters, please")).toMatchObject({ command: "ask" });
  });
});
