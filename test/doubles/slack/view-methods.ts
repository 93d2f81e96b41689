import { viewRefusal } from "./limits.ts";
import { isJson, type Json, RefusedCall, textOf, type View } from "./model.ts";
import type { Triggers } from "./triggers.ts";
import type { Methods } from "./web.ts";
import type { Workspace } from "./workspace.ts";

/** Bytes of a view. */
const viewBytes = 250_000;

function requireView(view: unknown, type: string): Json {
  if (!isJson(view) || view.type !== type) throw new RefusedCall("invalid_arguments");
  if (Buffer.byteLength(JSON.stringify(view)) > viewBytes) throw new RefusedCall("view_too_large");
  const refused = viewRefusal(view);
  if (refused !== undefined) throw new RefusedCall(refused.error, refused.extra);
  return view;
}

/** A view as the Web API and interactions hand it out. */
export function viewJson(workspace: Workspace, view: View, values: Json = {}): Json {
  const { identity } = workspace;
  const { title, close, submit, private_metadata, external_id, clear_on_close, notify_on_close } = view.sent;
  return {
    id: view.id,
    team_id: identity.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: private_metadata ?? "",
    callback_id: view.callbackId,
    state: { values },
    hash: view.hash,
    ...(view.type === "modal" ? { title } : {}),
    clear_on_close: clear_on_close ?? false,
    notify_on_close: notify_on_close ?? false,
    close: close ?? null,
    submit: submit ?? null,
    previous_view_id: null,
    root_view_id: view.id,
    app_id: identity.appId,
    external_id: external_id ?? "",
    app_installed_team_id: identity.teamId,
    bot_id: identity.botId,
  };
}

/** `views.*`: modals by trigger, Home tabs by person. */
export function viewMethods(workspace: Workspace, triggers: Triggers): Methods {
  const shown = (view: View) => ({ view: viewJson(workspace, view) });
  const byTrigger = (args: Json) => {
    const view = requireView(args.view, "modal");
    return shown(workspace.show(view, "modal", triggers.use(textOf(args.trigger_id))));
  };
  return {
    "views.open": { run: byTrigger },
    "views.push": { run: byTrigger },
    "views.update": {
      run(args) {
        const { views } = workspace;
        const found = views.find((view) =>
          args.view_id === undefined ? view.sent.external_id === args.external_id : view.id === args.view_id,
        );
        if (found === undefined) throw new RefusedCall("not_found");
        if (args.hash !== undefined && args.hash !== found.hash) throw new RefusedCall("hash_conflict");
        return shown(workspace.show(requireView(args.view, found.type), found.type, found.user, found.id));
      },
    },
    "views.publish": {
      run(args) {
        const user = textOf(args.user_id);
        if (!/^[UW]/.test(user)) throw new RefusedCall("invalid_arguments");
        const home = workspace.views.find((view) => view.type === "home" && view.user === user);
        if (args.hash !== undefined && args.hash !== home?.hash) throw new RefusedCall("hash_conflict");
        return shown(workspace.show(requireView(args.view, "home"), "home", user, home?.id));
      },
    },
  };
}
