/** Slack's HTTP mode: requests that Slack signs, on a port of their own. */
import { HTTPReceiver } from "@slack/bolt";
import { ConfigError } from "../../src/errors.ts";
import type { PlatformState } from "../../src/ports.ts";
import type { SteadyReceiver } from "./connection.ts";
import { silence } from "./silence.ts";

/** What HTTP mode needs. */
export interface ListenNeeds {
  readonly signingSecret: string;
  readonly port: number;
}

/** A receiver that listens. Slack refuses what is not acknowledged in 3 s, bolt what is not signed or older than five minutes. */
export function listenForSlack({ signingSecret, port }: ListenNeeds): SteadyReceiver {
  const receiver = new HTTPReceiver({ signingSecret, port, logger: silence });
  let state: PlatformState = { connected: false, reason: "not listening for Slack yet" };
  return {
    init: (app) => receiver.init(app),
    async start() {
      try {
        await receiver.start(port);
      } catch (cause) {
        const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
        throw new ConfigError([`SLACK_HTTP_PORT: ${port} cannot be used (${code})`]);
      }
      state = { connected: true, reason: undefined };
    },
    async stop() {
      if (!state.connected) return;
      state = { connected: false, reason: "the bot is stopping" };
      await receiver.stop();
    },
    state: () => state,
  };
}
