/** Buttons, modals and the Home tab. */
import type { App, BlockAction, types } from "@slack/bolt";
import type { Action, Press } from "../../src/model.ts";
import type { Channel } from "../../src/ports.ts";
import { isActionKind } from "../../src/reply/buttons.ts";
import { splitKeys } from "../../src/reply/keys.ts";
import { notice } from "../../src/reply/notice.ts";
import type { Asking } from "./answers.ts";
import type { Calls, Patience } from "./calls.ts";
import type { PostPlace } from "./channel.ts";
import { CallFailed } from "./failure.ts";
import { ANYONE, askerOf, type ListenerNeeds, placeOf, turn } from "./listeners.ts";
import { originOf, renderForm, renderModal, renderView } from "./render.ts";

/** What presses need beyond the other listeners. */
export interface PressNeeds extends ListenerNeeds {
  readonly calls: Calls;
  /** How patient a call is that someone waits for. */
  readonly patience: Patience;
  /** Where the librarians read. */
  readonly staff: Channel | undefined;
  channel(place: PostPlace): Channel;
}

/** The bot's name, where Slack wants a title. */
export const NAME = "Receipts";

const FORM = "librarians_form";

/** Registers buttons, the librarians' form and the Home tab. */
export function listenToPresses(app: App, needs: PressNeeds): void {
  const { run } = needs;
  app.action<BlockAction>(/^[a-z-]+:\d+$/, ({ ack, body, action }) =>
    run(async () => {
      await ack();
      const pressed = action.type === "button" ? readButton(action) : undefined;
      if (pressed === undefined) return;
      if (pressed.kind === "librarians" && needs.staff !== undefined) return openForm(needs, body, pressed);
      await turn();
      if (body.view === undefined) await pressOnMessage(needs, body, pressed);
      else await pressInView(needs, body, pressed);
    }),
  );

  app.view(FORM, ({ ack, view, body }) =>
    run(async () => {
      const language = view.private_metadata || undefined;
      const form = needs.bot.librarianForm(language);
      const typed = view.state.values.typed?.typed?.value ?? "";
      // nothing was sent, so nothing may look as if it had been
      const blank = typed.trim() === "";
      const next = blank
        ? renderForm(form, FORM, language ?? "")
        : renderModal(form.title, [noted(form.notice)]);
      await ack({ response_action: "update", view: next });
      if (needs.staff === undefined || blank) return;
      const { staff } = needs;
      const reply = await needs.paced.reply(askerOf(body.user.id), () =>
        needs.bot.toLibrarians(typed, language, staff),
      );
      await updateView(needs, view.id, renderModal(form.title, renderView(reply)));
    }),
  );

  app.event("app_home_opened", ({ event }) =>
    run(async () => {
      if (event.tab !== "home") return;
      const place = placeOf({ channel: event.channel, thread: undefined });
      const home = await needs.bot.home({ ...ANYONE, place, audience: "asker" });
      const view: types.HomeView = { type: "home", blocks: renderView(home) };
      await needs.calls.web(
        "views.publish",
        { user_id: event.user, view },
        { patience: needs.patience, repeatable: true },
      );
    }),
  );
}

interface Button extends Pick<Action, "kind" | "keys"> {
  readonly blockId: string;
}

function readButton(action: { action_id: string; block_id: string; value?: string }): Button | undefined {
  const [kind = ""] = action.action_id.split(":");
  return isActionKind(kind)
    ? { kind, keys: splitKeys(action.value ?? ""), blockId: action.block_id }
    : undefined;
}

/** Where a button of a message was pressed, and by whom. */
function askingOf({ container, user, channel, message, response_url: responseUrl }: BlockAction): Asking {
  const threadTs: unknown = container.thread_ts ?? message?.thread_ts;
  return {
    channel: channel?.id ?? String(container.channel_id ?? ""),
    thread: typeof threadTs === "string" ? threadTs : undefined,
    user: user.id,
    responseUrl,
    onMessage: true,
  };
}

async function pressOnMessage(needs: PressNeeds, body: BlockAction, button: Button): Promise<void> {
  const { container, user } = body;
  const message = String(container.message_ts ?? body.message?.ts ?? "");
  const asking = askingOf(body);
  const origin = originOf(button.blockId, message);
  const press = pressOf(button, { place: placeOf(asking), message: origin });
  const { reply, replaces } = await pressAtPace(needs, user.id, press);
  // what everyone sees is never replaced by what one person pressed
  const hidden = container.is_ephemeral === true;
  await needs.answers.inPrivate(asking, reply, { replaces: replaces && hidden, origin });
}

async function pressInView(needs: PressNeeds, body: BlockAction, button: Button): Promise<void> {
  const { view, user, trigger_id } = body;
  if (view === undefined) return;
  // a view is seen by one person, as a direct message is; nothing can be shared from there
  const place = { ...placeOf({ channel: "", thread: undefined }), direct: true };
  const { reply } = await pressAtPace(needs, user.id, pressOf(button, { place, message: view.id }));
  const modal = renderModal(NAME, renderView(reply));
  if (view.type === "modal") return updateView(needs, view.id, modal);
  await needs.calls.web("views.open", { trigger_id, view: modal }, { patience: needs.patience });
}

const pressOf = ({ kind, keys }: Button, where: Pick<Press, "place" | "message">): Press => ({
  action: kind,
  keys,
  locale: undefined,
  ...where,
});

const pressAtPace = ({ bot, channel, paced }: PressNeeds, who: string, press: Press) =>
  paced.press(askerOf(who), () => bot.press(press, channel(press.place)));

async function openForm(
  needs: PressNeeds,
  body: BlockAction,
  { keys: [language = ""] }: Button,
): Promise<void> {
  const view = renderForm(needs.bot.librarianForm(language || undefined), FORM, language);
  const method = body.view?.type === "modal" ? "views.push" : "views.open";
  try {
    await needs.calls.web(method, { trigger_id: body.trigger_id, view }, { patience: needs.patience });
  } catch (error) {
    // a press is worth three seconds; where the box came too late, a word takes its place
    if (!(error instanceof CallFailed) || error.kind === "unknown" || body.view !== undefined) throw error;
    await needs.answers.inPrivate(
      askingOf(body),
      notice(language || undefined, (words) => words.apology),
    );
  }
}

async function updateView(needs: PressNeeds, id: string, view: types.ModalView): Promise<void> {
  await needs.calls.web(
    "views.update",
    { view_id: id, view },
    { patience: needs.patience, repeatable: true },
  );
}

const noted = (text: string): types.KnownBlock => ({
  type: "section",
  text: { type: "plain_text", text, emoji: false },
});
