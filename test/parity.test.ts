/** Slack and Discord, side by side: whoever asks the same reads the same. */
import { describe, expect, test } from "vitest";
import { en } from "../src/reply/wording/en.ts";
import { startBot } from "./adapters/slack/slack-bot.ts";
import { testBot } from "./doubles/bot.ts";
import { onDiscord } from "./doubles/discord-bot.ts";
import { donation, ended, signers } from "./doubles/press.ts";
import { alice } from "./doubles/slack/drivers.ts";

/** What somebody reads, however a platform lays it out. */
interface Read {
  /** Without white space, the marks of lists and quotations, and the channel's name. */
  readonly text: string;
  readonly links: readonly string[];
  readonly buttons: readonly string[];
}

const answer = ({ text }: { readonly text: string }) =>
  /sign/i.test(text) ? signers : /donat/i.test(text) ? donation : ended;

const { written } = en.help;
const bare = (text: string) =>
  text
    .replace(/^(?:[•>-]|\d\.) |^[“”"]/gm, "")
    // each has its own way to name a channel, and to write a command
    .replace(/#general/g, "")
    .replace(/\s+/g, " ")
    .replace(written.slack, "")
    .replace(written.discord, "")
    .trim();
const sorted = (links: readonly { readonly url: string }[]) => links.map(({ url }) => url).sort();

async function onSlack() {
  const { slack } = await startBot({ answer, staffed: true });
  const newest = (): Read => {
    const message = slack.shownTo(alice).at(-1) ?? slack.messagesIn("C0GENERAL01").at(-1);
    if (message === undefined) throw new Error("there is nothing to read");
    const seen = slack.read(message);
    return {
      text: bare(seen.text),
      links: sorted([...new Map(seen.liveLinks.map((link) => [link.url, link])).values()]),
      buttons: seen.buttons.map(({ label }) => label),
    };
  };
  return {
    async run(name: string, typed: string) {
      const ask = { command: "/ask", text: typed };
      slack.slashCommand(name === "ask" ? ask : { command: "/receipts", text: `${name} ${typed}` });
      await slack.settled();
      return newest();
    },
    async press(label: string) {
      const message = slack.shownTo(alice).at(-1);
      if (message === undefined) throw new Error("there is nothing to press");
      slack.press(message, label);
      await slack.settled();
      return newest();
    },
  };
}

async function asDiscord() {
  const { discord } = await onDiscord({ bot: testBot({ answer, staffed: true }) });
  let last = "";
  const read = async (asked: ReturnType<typeof discord.slashCommand>): Promise<Read> => {
    const reply = await asked.reply();
    await discord.settled();
    last = reply.id;
    const seen = asked.replies.map((each) => discord.sees(each));
    return {
      text: bare(seen.map(({ text }) => text).join("\n")),
      links: [...new Set(sorted(seen.flatMap(({ links }) => links)))],
      buttons: seen.flatMap(({ buttons }) => buttons.map(({ label }) => label)),
    };
  };
  return {
    run: (name: string, options: Readonly<Record<string, string | number>>) =>
      read(discord.slashCommand({ name, options })),
    async press(label: string) {
      const message = discord.world.messages.find(({ id }) => id === last);
      if (message === undefined) throw new Error("there is nothing to press");
      return read(discord.press(message, label));
    },
  };
}

describe("every declared command reads the same on both", () => {
  const asked = {
    ask: { question: "how many signed?" },
    sources: { about: "CBP" },
    source: { source: "press/letter", paragraph: 2 },
    help: {},
    privacy: {},
  } as const;

  test("and none is left out here", () => {
    expect(testBot().commands.map(({ name }) => name)).toEqual(Object.keys(asked));
  });

  test.each(Object.entries(asked))("%s", async (name, options) => {
    const typed = Object.values(options).join(" ");
    const [slack, discord] = [await onSlack(), await asDiscord()];
    expect(await discord.run(name, options)).toEqual(await slack.run(name, typed));
  });

  test.each(["who got the donation?", "did it end?", ""])("ask %s", async (question) => {
    const [slack, discord] = [await onSlack(), await asDiscord()];
    expect(await discord.run("ask", { question: question || " " })).toEqual(await slack.run("ask", question));
  });
});

test.each(["More", "Context", "Something wrong?", "Share…"])("%s reads the same on both", async (label) => {
  const [slack, discord] = [await onSlack(), await asDiscord()];
  await slack.run("ask", "how many signed?");
  await discord.run("ask", { question: "how many signed?" });
  expect(await discord.press(label)).toEqual(await slack.press(label));
});
