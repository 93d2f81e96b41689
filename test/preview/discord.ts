/** Discord messages as HTML that looks like Discord: the little Markdown that the bot writes, rendered. */
import { type APIComponentInMessageActionRow, ButtonStyle, ComponentType } from "discord.js";
import type { Body } from "../../adapters/discord/render.ts";

/** One message, without the frame that a page puts around it. */
export function discordHtml({ content, components = [] }: Body): string {
  const rows = components.map((component) => {
    if (component.type === ComponentType.TextDisplay) return markdownHtml(component.content);
    if (component.type !== ComponentType.ActionRow) return "";
    return `<p class="actions">${component.components.map(buttonHtml).join("")}</p>`;
  });
  return [...(content ? [markdownHtml(content)] : []), ...rows].join("\n");
}

function buttonHtml(button: APIComponentInMessageActionRow): string {
  if (button.type !== ComponentType.Button || !("label" in button)) return "";
  const primary = button.style === ButtonStyle.Primary ? ' class="primary"' : "";
  return `<button${primary}>${html(button.label ?? "")}</button>`;
}

const html = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[sign]};`);

/** Line by line: headings, small print, quotations, lists and text. */
function markdownHtml(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => line !== "")
    .map(lineHtml)
    .join("\n");
}

const LINES: readonly (readonly [RegExp, (inner: string) => string])[] = [
  [/^### (.*)/, (inner) => `<h3>${inner}</h3>`],
  [/^-# (.*)/, (inner) => `<p class="context">${inner}</p>`],
  [/^> (.*)/, (inner) => `<blockquote>${inner}</blockquote>`],
  [/^- (.*)/, (inner) => `<ul><li>${inner}</li></ul>`],
];

function lineHtml(line: string): string {
  for (const [pattern, show] of LINES) {
    const [, inner] = pattern.exec(line) ?? [];
    if (inner !== undefined) return show(inlineHtml(inner));
  }
  return `<p>${inlineHtml(line)}</p>`;
}

/** Escaped signs stand for themselves; what is left formats. */
function inlineHtml(text: string): string {
  const tokens =
    /\\([^0-9A-Za-z\s])|\*\*((?:\\.|[^\\])+?)\*\*|`([^`]+)`|\[((?:\\.|[^\]\\])*)\]\(<([^>]+)>\)|<#\d+>/g;
  let shown = "";
  let from = 0;
  for (const match of text.matchAll(tokens)) {
    const [whole, sign, bold, code, label = "", url] = match;
    shown += html(text.slice(from, match.index));
    if (sign !== undefined) shown += html(sign);
    else if (bold !== undefined) shown += `<b>${inlineHtml(bold)}</b>`;
    else if (code !== undefined) shown += `<code>${html(code)}</code>`;
    else if (url !== undefined) shown += `<a href="${html(url)}">${inlineHtml(label)}</a>`;
    else shown += '<a class="channel">#general</a>';
    from = match.index + whole.length;
  }
  return shown + html(text.slice(from));
}
