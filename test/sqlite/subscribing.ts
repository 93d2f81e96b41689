/** A process that subscribes and delivers until it is killed, and says what is done once it is. */
import { writeSync } from "node:fs";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";

const [dataDir = "", round = ""] = process.argv.slice(2);
const store = await openSqliteStore(dataDir);
const edition = { hash: "e", sources: [] };

for (let number = 0; ; number++) {
  const channel = `C${round}x${number}`;
  const at = new Date(1_800_000_000_000 + number);
  const subscription = await store.subscriptions.add(
    {
      room: { platform: "slack", channel, thread: undefined },
      schedule: { weekdays: [1], minuteOfDay: 540, zone: "UTC" },
      topics: [],
      language: "en",
      always: false,
      next: at,
    },
    edition,
  );
  writeSync(1, `subscribed ${channel}\n`);
  await store.ledger.plan(subscription, [{ slot: at, state: "pending" }], new Date(at.getTime() + 1000));
  const claim = await store.ledger.claim("slack", at, 60_000);
  if (claim === undefined || !(await store.ledger.begin(claim, at, edition))) continue;
  const outcome = { kind: "sent", postId: "1", shown: [], edition } as const;
  if (await store.ledger.settle(claim, outcome, at)) writeSync(1, `delivered ${claim.room.channel}\n`);
}
