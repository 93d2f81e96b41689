/** A local Discord in a process of its own, so that what it costs is not counted, with people who ask as they are told. */

import { openDiscordDouble } from "../doubles/discord/discord.ts";
import type { Message } from "../doubles/discord/model.ts";

/** What the parent asks for: that many questions, one after the other, by mention or by command. */
export interface Order {
  readonly way: "mention" | "command";
  readonly questions: readonly string[];
}

const discord = await openDiscordDouble({ rateLimits: false });
const { url, token, applicationId } = discord;

async function ask({ way }: Order, question: string): Promise<Message> {
  if (way === "mention") return discord.message({ content: question, mentionsBot: true }).reply();
  return discord.slashCommand({ name: "ask", options: { question } }).reply();
}

process.on("message", async (order: Order) => {
  for (const question of order.questions) await ask(order, question);
  process.send?.("done");
});
process.on("disconnect", () => process.exit(0));
process.send?.({ url, token, applicationId });
