/** What each button does, the same on every platform. */
import type { Command } from "./commands/command.ts";
import type { PostMemory } from "./digest/post-memory.ts";
import type { Citation, Press, Pressed, Reply } from "./model.ts";
import type { Channel, Library } from "./ports.ts";
import { contextReply, moreReply } from "./reply/context.ts";
import { exampleByKey } from "./reply/examples.ts";
import { code, type Line, line, strong } from "./reply/inline.ts";
import { cited } from "./reply/label.ts";
import { noticeReply } from "./reply/notice.ts";
import { action, paragraph } from "./reply/reply.ts";
import type { Wording } from "./reply/wording/wording.ts";
import { createSharing } from "./share.ts";

/** What buttons need. */
export interface PressNeeds {
  readonly library: Library;
  /** What posts showed. */
  readonly posts: PostMemory;
  /** The command that an example question is asked by. */
  readonly ask: Command;
  /** Someone reads what is asked of the librarians. */
  readonly staffed: boolean;
}

/** The buttons' side of the bot. */
export interface Presses {
  /** @throws {DeliveryError} when what is posted did not arrive. */
  press(press: Press, words: Wording, channel: Channel): Promise<Pressed>;
}

/** Buttons over this library. */
export function createPresses({ library, posts, ask, staffed }: PressNeeds): Presses {
  const sharing = createSharing(library, posts);

  async function act(press: Press, words: Wording, channel: Channel): Promise<Pressed> {
    switch (press.action) {
      case "share":
        return sharing.ask(press, words);
      case "share-confirmed":
        return sharing.post(press, words, channel);
      case "take-back":
        return sharing.takeBack(press, words, channel);
      case "cancel":
        return sharing.cancel(words);
      case "more":
        return beside(withCitations(press, words, (all) => moreReply(all, { words, audience: "asker" })));
      case "context":
        return beside(
          withCitations(press, words, (all) => contextReply(all, library, { words, audience: "asker" })),
        );
      case "wrong":
        return beside(withCitations(press, words, (all) => wrongReply(all, words, staffed)));
      case "librarians":
        // platforms open the form themselves; where one cannot, its notice is the answer
        return beside(noticeReply(words, staffed ? words.librarians.notice : words.press.wrongLast));
      case "ask-example":
        return beside(await askExample(press, words));
    }
  }

  async function askExample(press: Press, words: Wording): Promise<Reply> {
    const example = exampleByKey(press.keys[1] ?? "", library.sources(), words);
    if (example === undefined) return noticeReply(words, words.press.gone);
    const { place, locale } = press;
    return ask.run(
      { question: example.question },
      { place, locale, words, audience: "asker", mayManage: false },
    );
  }

  function withCitations(
    press: Press,
    words: Wording,
    reply: (citations: readonly Citation[]) => Reply,
  ): Reply {
    const citations = citationsOf(press, library);
    return citations.length === 0 ? noticeReply(words, words.press.gone) : reply(citations);
  }

  return { press: act };
}

/** The citations that a button's keys still stand for. */
function citationsOf({ keys }: Press, library: Library): readonly Citation[] {
  return keys.slice(1).flatMap((key) => library.cite(key) ?? []);
}

function wrongReply(citations: readonly Citation[], words: Wording, staffed: boolean): Reply {
  const works = new Map(citations.map(({ source }) => [source.id, source]));
  const items: readonly Line[] = [...works.values()].map((source) => {
    const { link } = cited(source, words);
    const where = link.length === 0 ? link : line` (${link})`;
    return line`${strong(source.title)}, ${source.publisher}${where}. ${code(source.id)}`;
  });
  return {
    audience: "asker",
    language: words.language,
    blocks: [
      paragraph(words.press.wrong),
      { kind: "list", ordered: false, items },
      paragraph(words.press.wrongLast),
    ],
    actions: staffed ? [action(words, "librarians", [words.language])] : [],
  };
}

const beside = (reply: Reply): Pressed => ({ reply, replaces: false });
