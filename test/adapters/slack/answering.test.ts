import { describe, expect, test } from "vitest";
import { alice, general } from "../../doubles/slack/drivers.ts";
import { startBot, wrongs } from "./slack-bot.ts";

const bob = "U0BOB000002";

describe("a question", () => {
  test("by command is answered for the asker alone, in words that stand on their own", async () => {
    const { slack } = await startBot();
    slack.slashCommand({ command: "/ask", text: "who signed?" });
    await slack.settled();
    const [answer] = slack.shownTo(alice);
    if (answer === undefined) throw new Error("there is no answer");
    const seen = slack.read(answer);
    expect(seen.text).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (link). Summary paragraph 1.
      Less exact elsewhere: hundreds (our summary of The Hill, September 2018, link).
      True as of June 2018; our sources on this end on 25 September 2018."
    `);
    expect(seen.notification).toMatchInlineSnapshot(`
      "More than 650 Salesforce employees had signed the letter to Marc Benioff when BuzzFeed News reported on it.
      Our summary, not BuzzFeed News' words: BuzzFeed News, June 2018, “Employees Of Another Major Tech Company Are Petitioning Government Contracts” (https://example.org/press/letter). Summary paragraph 1.
      Less exact elsewhere: hundreds (our summary of The Hill, September 2018, https://example.org/press/meeting).
      True as of June 2018; our sources on this end on 25 September 2018."
    `);
    expect(seen.buttons.map(({ label }) => label)).toEqual(["Share…", "More", "Context", "Something wrong?"]);
    expect(slack.messagesIn(general)).toEqual([]);
    expect(wrongs(slack)).toEqual([]);
  });

  test("by mention is answered in its thread", async () => {
    const { slack } = await startBot();
    const { message } = slack.mention({ text: "who signed?" });
    await slack.settled();
    const posts = slack.messagesIn(general).slice(1);
    expect(posts.map(({ threadTs }) => threadTs)).toEqual([message.ts]);
    expect(posts[0]?.text).toContain("More than 650 Salesforce employees");
    expect(wrongs(slack)).toEqual([]);
  });
});
