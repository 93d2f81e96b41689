/** The service says no: an HTTP status with Discord's own code and message. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  /** Discord's JSON code, such as 50013. */
  readonly code: number;
  /** What was wrong with which field, as Discord nests it; undefined unless the form was. */
  readonly errors: unknown;
  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** Makes the refusals that more than one route gives; numbers and wording are the service's. */
export const refuse = {
  unauthorized: () => new Refusal(401, 0, "401: Unauthorized"),
  notFound: () => new Refusal(404, 0, "404: Not Found"),
  unknownChannel: () => new Refusal(404, 10003, "Unknown Channel"),
  unknownGuild: () => new Refusal(404, 10004, "Unknown Guild"),
  unknownMember: () => new Refusal(404, 10007, "Unknown Member"),
  unknownMessage: () => new Refusal(404, 10008, "Unknown Message"),
  unknownUser: () => new Refusal(404, 10013, "Unknown User"),
  unknownWebhook: () => new Refusal(404, 10015, "Unknown Webhook"),
  unknownInteraction: () => new Refusal(404, 10062, "Unknown interaction"),
  unknownCommand: () => new Refusal(404, 10063, "Unknown application command"),
  alreadyAnswered: () => new Refusal(400, 40060, "Interaction has already been acknowledged."),
  missingAccess: () => new Refusal(403, 50001, "Missing Access"),
  notAuthor: () => new Refusal(403, 50005, "Cannot edit a message authored by another user"),
  emptyMessage: () => new Refusal(400, 50006, "Cannot send an empty message"),
  closedDirectMessages: () => new Refusal(403, 50007, "Cannot send messages to this user"),
  missingPermissions: () => new Refusal(403, 50013, "Missing Permissions"),
  deadToken: () => new Refusal(401, 50027, "Invalid Webhook Token"),
  archivedThread: () => new Refusal(400, 50083, "Thread is archived"),
  noHistory: () => new Refusal(400, 160002, "Cannot reply without permission to read message history"),
};
