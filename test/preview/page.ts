/** Replies as a page that looks like Slack and Discord, side by side, so that a change of wording or layout is seen before it ships. */
import type { types } from "@slack/bolt";
import type { Body } from "../../adapters/discord/render.ts";
import type { SlackMessage } from "../../adapters/slack/render.ts";
import { discordHtml } from "./discord.ts";

/** Messages with what they are an example of. */
export interface Shown {
  readonly title: string;
  /** Seen by the asker alone. */
  readonly hidden: boolean;
  readonly slack: readonly SlackMessage[];
  readonly discord: readonly Body[];
}

const html = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[sign]};`);

/** The page. Its script writes into the title whether everything fits into the width. */
export function previewPage(all: readonly Shown[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Receipts</title><style>${STYLE}</style>
<main>${all.map(exampleHtml).join("\n")}</main><script>${CHECK}</script></html>\n`;
}

function exampleHtml({ title, hidden, slack, discord }: Shown): string {
  const manner = { hidden, only: hidden ? "Only visible to you" : "" };
  const left = slack.map(({ blocks }) => messageHtml(blocks.map(blockHtml).join("\n"), manner));
  const dismissed = { hidden, only: hidden ? "Only you can see this" : "" };
  const right = discord.map((body) => messageHtml(discordHtml(body), dismissed));
  return `<section><h2>${html(title)}</h2><div class="both"><div class="slack">${left.join("\n")}</div><div class="discord">${right.join("\n")}</div></div></section>`;
}

function messageHtml(
  body: string,
  { hidden, only }: { readonly hidden: boolean; readonly only: string },
): string {
  const note = only === "" ? "" : `<p class="only">${only}</p>`;
  return `<article${hidden ? ' class="hidden"' : ""}><div class="face">R</div><div class="body">${note}
<p class="who"><b>receipts</b> <span>APP</span> <time>9:41 AM</time></p>${body}</div></article>`;
}

function blockHtml(block: types.KnownBlock): string {
  switch (block.type) {
    case "header":
      return `<h3>${html(block.text.text)}</h3>`;
    case "rich_text":
      return block.elements.map(richHtml).join("");
    case "context":
      return `<p class="context">${block.elements.map((each) => ("text" in each ? mrkdwnHtml(each.text) : "")).join(" ")}</p>`;
    case "actions":
      return `<p class="actions">${block.elements.map(buttonHtml).join("")}</p>`;
    default:
      throw new Error(`the preview cannot show a block ${block.type}`);
  }
}

function richHtml(element: types.RichTextBlockElement): string {
  switch (element.type) {
    case "rich_text_quote":
      return `<blockquote>${element.elements.map(elementHtml).join("")}</blockquote>`;
    case "rich_text_list": {
      const tag = element.style === "ordered" ? "ol" : "ul";
      const items = element.elements.map((item) => `<li>${item.elements.map(elementHtml).join("")}</li>`);
      return `<${tag}>${items.join("")}</${tag}>`;
    }
    default:
      return `<p>${element.elements.map(elementHtml).join("")}</p>`;
  }
}

function elementHtml(element: types.RichTextElement): string {
  switch (element.type) {
    case "text": {
      const text = html(element.text).replaceAll("\n", "<br>");
      if (element.style?.code) return `<code>${text}</code>`;
      return element.style?.bold ? `<b>${text}</b>` : text;
    }
    case "link":
      return `<a href="${html(element.url)}">${html(element.text ?? element.url)}</a>`;
    case "channel":
      return '<a class="channel">#general</a>';
    default:
      throw new Error(`the preview cannot show an element ${element.type}`);
  }
}

/** What of mrkdwn the bot writes: escaped text and links. */
const mrkdwnHtml = (text: string) =>
  text.replace(/<([^|>]+)\|([^>]*)>/g, '<a href="$1">$2</a>').replaceAll("\n", "<br>");

const buttonHtml = (element: types.ActionsBlockElement) =>
  element.type === "button"
    ? `<button${element.style === "primary" ? ' class="primary"' : ""}>${html(element.text.text)}</button>`
    : "";

const STYLE = `
body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/1.46668 Lato, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1440px; margin: 0 auto; padding: 8px 16px; }
h2 { margin: 24px 0 4px; color: #616061; font-size: 13px; font-weight: 700; }
article { display: flex; gap: 8px; padding: 8px; overflow-wrap: anywhere; }
article.hidden { background: #f8f8f8; border-radius: 6px; }
.face { flex: 0 0 36px; height: 36px; border-radius: 4px; background: #4a154b; color: #fff; font: 700 20px/36px Lato, Arial; text-align: center; }
.body { min-width: 0; } .body > * { margin: 0 0 6px; }
.only, .context { color: #616061; font-size: 12.5px; } .who span { background: #e8e8e8; border-radius: 2px; padding: 1px 3px; font-size: 10px; }
.who time { color: #616061; font-size: 12px; } h3 { font-size: 18px; } a { color: #1264a3; }
a.channel { background: #e8f5fa; } blockquote { border-left: 4px solid #ddd; padding-left: 12px; }
code { background: #f6f6f6; border: 1px solid #ddd; border-radius: 3px; color: #e01e5a; padding: 0 3px; font-size: 12px; }
button { margin: 0 8px 6px 0; padding: 5px 12px; max-width: 100%; border: 1px solid #bbb; border-radius: 4px; background: #fff; color: #1d1c1d; font: 700 13px Lato, Arial; text-align: left; }
button.primary { background: #007a5a; border-color: #007a5a; color: #fff; }
.both { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 16px; }
.discord { background: #313338; color: #dbdee1; border-radius: 6px; min-width: 0; } .slack { min-width: 0; }
.discord article.hidden { background: #373a45; } .discord .only, .discord .context { color: #949ba4; } .discord a { color: #00a8fc; }
.discord .face { border-radius: 50%; background: #5865f2; } .discord .who span { background: #5865f2; color: #fff; }
.discord ul { margin: 0 0 4px; padding-left: 20px; } .discord code { background: #2b2d31; border: 0; color: #dbdee1; }
.discord a.channel { background: #3c4270; } .discord blockquote { border-color: #4e5058; margin-left: 0; }
.discord button { background: #4e5058; border: 0; color: #fff; } .discord button.primary { background: #5865f2; }`;

const CHECK = `
const wide = [...document.querySelectorAll("main *")].filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
const empty = [...document.querySelectorAll(".body > *, button")].filter((each) => each.textContent.trim() === "");
document.title = wide.length + empty.length === 0 ? "Everything fits" : wide.length + " too wide, " + empty.length + " empty";`;
