/**
 * `npm run chaos`: whether every digest arrives exactly once, whatever happens. Two processes on one store, the product's ledger and
 * scheduler, fake platforms. `-- --short` is what CI runs.
 */
import { runTrial, type TrialWish } from "./trial.ts";

const FULL: TrialWish = { slots: 3300, kills: 330, freezes: 40, days: 9, workers: 2, seed: 6 };
const SHORT: TrialWish = { slots: 120, kills: 10, freezes: 2, days: 1, workers: 2, seed: 6 };

const short = process.argv.includes("--short");
const found = await runTrial(short ? SHORT : FULL);
const { faults } = found;
process.stdout.write(
  `${found.slots} slots, ${found.kills} kills, ${found.duplicates} duplicates, ${found.lost} lost, ${found.unsure} unsure (${found.unsureWithoutPost} of them without a post)\n`,
);
process.stdout.write(
  `${found.freezes} freezes, ${found.locks} locks, ${faults.lost} lost replies, ${faults.limited} times 429, ${faults.failed} times 500, ${faults.unavailable} times 503; ` +
    `${found.needlesslyUnsure} unsure where the platform could be asked, ${found.doubts} replies lost or processes struck between post and record where it could not\n`,
);
if (found.lostStates.length > 0) process.stdout.write(`lost: ${found.lostStates.join(", ")}\n`);
// that no more are unsure than were in doubt is for a reader to see: a machine that is too slow to write in time adds to both
const held = found.duplicates === 0 && found.lost === 0 && found.needlesslyUnsure === 0;
process.exit(held ? 0 : 1);
