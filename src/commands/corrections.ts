import {
  beforeLine,
  MOST_REASON,
  type PendingCorrection,
  pendingCorrections,
} from "../digest/corrections.ts";
import type { SharedPosts } from "../digest/ports.ts";
import { UsageError } from "../errors.ts";
import type { Block, Place, Reply } from "../model.ts";
import type { Library } from "../ports.ts";
import { fine, paragraph } from "../reply/reply.ts";
import type { Wording } from "../reply/wording/wording.ts";
import { type Command, defineCommand } from "./command.ts";

/** Corrections in one list. */
const MOST_LISTED = 10;

/** What the command needs. */
export interface CorrectionsNeeds {
  readonly library: Library;
  readonly sharedPosts: SharedPosts;
  /** Whether a place is the librarians' own. */
  isStaff(place: Place): boolean;
  now(): Date;
}

/** `corrections`: what is pending, and sending one with its reason. For the librarians' channel alone. */
export function correctionsCommand({ library, sharedPosts, isStaff, now }: CorrectionsNeeds): Command {
  return defineCommand({
    name: "corrections",
    names: { en: "corrections", sv: "rättelser", es: "correcciones" },
    summary: {
      en: "For the librarians' channel: correct what was posted",
      sv: "För bibliotekariernas kanal: rätta det som postats",
      es: "Para el canal de los bibliotecarios: corregir lo publicado",
    },
    params: {
      correction: {
        kind: "text",
        summary: {
          en: "The key of one and your reason; nothing lists them",
          sv: "Nyckeln till en och skälet; inget visar dem",
          es: "La clave de una y el motivo; nada las enumera",
        },
        required: false,
        maxLength: MOST_REASON,
      },
    },
    async run({ correction }, { place, words, audience }) {
      if (!isStaff(place)) throw new UsageError(words.staff.only);
      const pending = pendingCorrections(await sharedPosts.all(), library);
      const blocks =
        correction === undefined
          ? listed(pending, words)
          : [
              paragraph(
                words.staff.approved(await approve(correction, pending, { words, sharedPosts, now })),
              ),
            ];
      return { audience, language: words.language, blocks, actions: [] } satisfies Reply;
    },
  });
}

function listed(pending: readonly PendingCorrection[], words: Wording): readonly Block[] {
  const { staff, correction } = words;
  if (pending.length === 0) return [paragraph(staff.nothing)];
  return [
    { kind: "heading", text: staff.heading },
    ...pending
      .slice(0, MOST_LISTED)
      .flatMap(({ key, changes, posts }) => [
        paragraph(staff.item(key, posts.length)),
        ...changes.flatMap(({ before, after }) => [
          paragraph(beforeLine(before, before.text, words)),
          paragraph(correction.after(after?.text)),
        ]),
      ]),
    fine(staff.how),
  ];
}

interface Approving {
  readonly words: Wording;
  readonly sharedPosts: SharedPosts;
  now(): Date;
}

async function approve(
  said: string,
  pending: readonly PendingCorrection[],
  { words, sharedPosts, now }: Approving,
): Promise<number> {
  const [, key = "", reason = ""] = /^(\S+)\s*([\s\S]*)$/.exec(said.trim()) ?? [];
  const chosen = pending.find((each) => each.key === key.toLowerCase());
  if (chosen === undefined) throw new UsageError(words.staff.unknown);
  if (reason.trim() === "") throw new UsageError(words.staff.reasonMissing);
  for (const post of chosen.posts)
    await sharedPosts.correct({ post, changes: chosen.changes, reason: reason.trim() }, now());
  return chosen.posts.length;
}
