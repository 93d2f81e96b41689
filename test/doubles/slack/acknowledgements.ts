import type { Delivery } from "./deliveries.ts";
import { messageRefusal, viewRefusal } from "./limits.ts";
import { isJson, type Json, textOf, type View } from "./model.ts";
import type { Workspace } from "./workspace.ts";

/** What the service does with what a bot puts into an acknowledgement. */
export interface Acknowledgements {
  /** Posts the answer to a command, or closes, changes or keeps a modal. */
  carryOut(delivery: Delivery, payload: Json): void;
  /** What was in an acknowledgement that the service would have refused. */
  readonly refusals: readonly string[];
}

/** The acknowledgements of one workspace. */
export function createAcknowledgements(workspace: Workspace): Acknowledgements {
  const refusals: string[] = [];

  function answerCommand(command: Json, payload: Json): void {
    if (payload.text === undefined && payload.blocks === undefined) return;
    const refused = messageRefusal(payload);
    if (refused !== undefined) {
      refusals.push(`acknowledged with what the service refuses: ${refused.error}`);
      return;
    }
    const open = payload.response_type === "in_channel";
    const user = textOf(command.user_id);
    workspace.post({
      channel: textOf(command.channel_id),
      user: workspace.identity.botUserId,
      payload,
      viewer: open ? undefined : user,
      shows: open ? user : undefined,
    });
  }

  function answerSubmission(view: View, payload: Json): void {
    switch (payload.response_action) {
      case "errors":
        return;
      case "update":
      case "push": {
        const refused = viewRefusal(payload.view);
        if (refused !== undefined)
          refusals.push(`acknowledged with a view the service refuses: ${refused.error}`);
        else if (isJson(payload.view)) workspace.show(payload.view, view.type, view.user, view.id);
        return;
      }
      default:
        view.open = false;
    }
  }

  return {
    refusals,
    carryOut(delivery, payload) {
      if (delivery.type === "slash_commands") return answerCommand(delivery.payload, payload);
      if (delivery.payload.type !== "view_submission" || !isJson(delivery.payload.view)) return;
      const { id } = delivery.payload.view;
      const view = workspace.views.find((shown) => shown.id === id);
      if (view !== undefined) answerSubmission(view, payload);
    },
  };
}
