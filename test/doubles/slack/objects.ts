import type { types } from "@slack/bolt";
import { isJson } from "./model.ts";
import { address, byType, type Check, flag, list, may, must, oneOf, shape, words } from "./shape.ts";

/** Characters, for `block_id`, `action_id` and `callback_id`. */
export const idCharacters = 255;

/** A `plain_text` object of at most `most` characters. */
export function plainText(most: number): Check {
  return shape<types.PlainTextElement>({
    type: must(oneOf("plain_text")),
    text: must(words(most)),
    emoji: may(flag),
  });
}

/** A `mrkdwn` object of at most `most` characters. */
function mrkdwn(most: number): Check {
  return shape<types.MrkdwnElement>({
    type: must(oneOf("mrkdwn")),
    text: must(words(most)),
    verbatim: may(flag),
  });
}

/** Either kind of text object. */
export function eitherText(most: number): Check {
  return byType({ plain_text: plainText(most), mrkdwn: mrkdwn(most) });
}

/** A confirmation dialog. */
export const confirm = shape<types.ConfirmationDialog>({
  title: may(plainText(100)),
  text: must(eitherText(300)),
  confirm: may(plainText(30)),
  deny: may(plainText(30)),
  style: may(oneOf("primary", "danger")),
});

/** When an input reports while it is being typed in. */
export const dispatch = shape<types.DispatchActionConfig>({
  trigger_actions_on: may(list(oneOf("on_enter_pressed", "on_character_entered"), 2)),
});

/** An optional `action_id`. */
export const actionId = may(words(idCharacters));
/** An optional placeholder. */
export const placeholder = may(plainText(150));
/** Whether the element takes the focus. */
export const focus = may(flag);
const value = may(words(75));
/** An optional colour scheme. */
export const colour = may(oneOf("primary", "danger"));

/** An option of a menu. */
export const plainOption = shape<types.PlainTextOption>({
  text: must(plainText(75)),
  value,
  url: may(address()),
  description: may(plainText(75)),
});
const markedOption = shape<types.MrkdwnOption>({
  text: must(mrkdwn(75)),
  value,
  url: may(address()),
  description: may(plainText(75)),
});
/** An option of checkboxes or radio buttons. */
export const anyOption: Check = (option, at, report) => {
  const marked = isJson(option) && isJson(option.text) && option.text.type === "mrkdwn";
  (marked ? markedOption : plainOption)(option, at, report);
};

/** A labelled group of options. */
export const optionGroup = shape<{ label: types.PlainTextElement; options: types.PlainTextOption[] }>({
  label: must(plainText(75)),
  options: must(list(plainOption, 100)),
});

/** Which conversations a picker offers. */
export const filter = shape<NonNullable<types.ConversationsSelect["filter"]>>({
  include: may(list(oneOf("im", "mpim", "private", "public"), 4)),
  exclude_external_shared_channels: may(flag),
  exclude_bot_users: may(flag),
});
