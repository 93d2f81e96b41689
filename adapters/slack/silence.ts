/** The libraries' own log lines can hold what people wrote, so there are none; what matters has an event of ours. */
import { type Logger, LogLevel } from "@slack/bolt";

const nothing = () => undefined;

/** A logger that writes nothing. */
export const silence: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
