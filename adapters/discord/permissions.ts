/** What the bot may do on a server, and no more: the permissions of its invitation. */
import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from "discord.js";

/** Every permission the bot needs, as discord.js and as Discord's settings call it. */
const NEEDED = {
  ViewChannel: "View Channels",
  SendMessages: "Send Messages",
  SendMessagesInThreads: "Send Messages in Threads",
  ReadMessageHistory: "Read Message History",
} as const;

const NAMES = ["ViewChannel", "SendMessages", "SendMessagesInThreads", "ReadMessageHistory"] as const;

/** The permissions of the invitation as one number. */
export const INVITED = new PermissionsBitField(NAMES.map((name) => PermissionFlagsBits[name])).bitfield;

/** The address that adds the bot to a server, with the permissions it needs and nothing else. */
export function inviteLink(applicationId: string): string {
  const link = new URL("https://discord.com/oauth2/authorize");
  link.searchParams.set("client_id", applicationId);
  link.searchParams.set("scope", [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(" "));
  link.searchParams.set("permissions", String(INVITED));
  return link.href;
}

/** The permissions that are missing from those granted, by the names of Discord's settings; a thread has its own for sending. */
export function missingIn(granted: Readonly<PermissionsBitField>, inThread: boolean): readonly string[] {
  const idle = NEEDED[inThread ? "SendMessages" : "SendMessagesInThreads"];
  return missingAnywhere(granted).filter((name) => name !== idle);
}

/** As above, for a channel and its threads. */
export const missingAnywhere = (granted: Readonly<PermissionsBitField>): readonly string[] =>
  NAMES.filter((name) => !granted.has(PermissionFlagsBits[name], true)).map((name) => NEEDED[name]);
