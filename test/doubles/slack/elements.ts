import type { types } from "@slack/bolt";
import { isJson, objectsOf } from "./model.ts";
import {
  actionId,
  anyOption,
  colour,
  confirm,
  dispatch,
  filter,
  focus,
  optionGroup,
  placeholder,
  plainOption,
  plainText,
} from "./objects.ts";
import {
  address,
  anything,
  type Check,
  flag,
  list,
  may,
  must,
  oneOf,
  shape,
  unmodelled,
  whole,
  words,
} from "./shape.ts";

/** Options or groups of options, but not both and not neither. */
const hasOptions: Check = (element, at, report) => {
  if (!isJson(element)) return;
  const given = [element.options, element.option_groups].filter((options) => options !== undefined).length;
  if (given !== 1) report("exactly one of options and option_groups is required", at);
};

const button = shape<types.Button>({
  type: must(anything),
  action_id: actionId,
  text: must(plainText(75)),
  value: may(words(2000)),
  url: may(address()),
  style: colour,
  accessibility_label: may(words(75)),
  confirm: may(confirm),
});

const verdict = shape<types.FeedbackButtons["positive_button"]>({
  text: must(plainText(75)),
  value: must(words(2000)),
  accessibility_label: may(words(75)),
});

const feedbackButtons = shape<types.FeedbackButtons>({
  type: must(anything),
  action_id: actionId,
  positive_button: must(verdict),
  negative_button: must(verdict),
});

const iconButton = shape<types.IconButton>({
  type: must(anything),
  action_id: actionId,
  icon: must(oneOf("trash")),
  text: must(plainText(75)),
  value: may(words(2000)),
  accessibility_label: may(words(75)),
  visible_to_user_ids: may(list(words(40), 100)),
  confirm: may(confirm),
});

const overflow = shape<types.Overflow>({
  type: must(anything),
  action_id: actionId,
  options: must(list(plainOption, 5)),
  confirm: may(confirm),
});

const staticSelect = shape<types.StaticSelect>(
  {
    type: must(anything),
    action_id: actionId,
    placeholder,
    options: may(list(plainOption, 100)),
    option_groups: may(list(optionGroup, 100)),
    initial_option: may(plainOption),
    focus_on_load: focus,
    confirm: may(confirm),
  },
  hasOptions,
);

const multiStaticSelect = shape<types.MultiStaticSelect>(
  {
    type: must(anything),
    action_id: actionId,
    placeholder,
    options: may(list(plainOption, 100)),
    option_groups: may(list(optionGroup, 100)),
    initial_options: may(list(plainOption, 100)),
    max_selected_items: may(whole(1, 100)),
    focus_on_load: focus,
    confirm: may(confirm),
  },
  hasOptions,
);

const conversationsSelect = shape<types.ConversationsSelect>({
  type: must(anything),
  action_id: actionId,
  placeholder,
  initial_conversation: may(words(40)),
  default_to_current_conversation: may(flag),
  filter: may(filter),
  response_url_enabled: may(flag),
  focus_on_load: focus,
  confirm: may(confirm),
});

const channelsSelect = shape<types.ChannelsSelect>({
  type: must(anything),
  action_id: actionId,
  placeholder,
  initial_channel: may(words(40)),
  response_url_enabled: may(flag),
  focus_on_load: focus,
  confirm: may(confirm),
});

const checkboxes = shape<types.Checkboxes>({
  type: must(anything),
  action_id: actionId,
  options: must(list(anyOption, 10)),
  initial_options: may(list(anyOption, 10)),
  focus_on_load: focus,
  confirm: may(confirm),
});

const radioButtons = shape<types.RadioButtons>({
  type: must(anything),
  action_id: actionId,
  options: must(list(anyOption, 10)),
  initial_option: may(anyOption),
  focus_on_load: focus,
  confirm: may(confirm),
});

const plainTextInput = shape<types.PlainTextInput>({
  type: must(anything),
  action_id: actionId,
  placeholder,
  initial_value: may(words(3000, 0)),
  multiline: may(flag),
  min_length: may(whole(0, 3000)),
  max_length: may(whole(1, 3000)),
  dispatch_action_config: may(dispatch),
  focus_on_load: focus,
});

const datepicker = shape<types.Datepicker>({
  type: must(anything),
  action_id: actionId,
  placeholder,
  initial_date: may(words(10, 10)),
  focus_on_load: focus,
  confirm: may(confirm),
});

const timepicker = shape<types.Timepicker>({
  type: must(anything),
  action_id: actionId,
  placeholder,
  initial_time: may(words(5, 5)),
  timezone: may(words(64)),
  focus_on_load: focus,
  confirm: may(confirm),
});

/** An image inside another block. */
export const image = shape<{ type: "image"; image_url: string; alt_text: string }>({
  type: must(anything),
  image_url: must(address()),
  alt_text: must(words(2000)),
});

/** One check for every element of an `actions` block that `@slack/types` knows. */
export const actionElements: Readonly<Record<types.ActionsBlockElement["type"], Check>> = {
  button,
  checkboxes,
  datepicker,
  datetimepicker: unmodelled("datetimepicker"),
  multi_users_select: unmodelled("multi_users_select"),
  multi_static_select: multiStaticSelect,
  multi_conversations_select: unmodelled("multi_conversations_select"),
  multi_channels_select: unmodelled("multi_channels_select"),
  multi_external_select: unmodelled("multi_external_select"),
  overflow,
  radio_buttons: radioButtons,
  users_select: unmodelled("users_select"),
  static_select: staticSelect,
  conversations_select: conversationsSelect,
  channels_select: channelsSelect,
  external_select: unmodelled("external_select"),
  timepicker,
  workflow_button: unmodelled("workflow_button"),
  rich_text_input: unmodelled("rich_text_input"),
};

const { button: _button, overflow: _overflow, workflow_button: _workflow, ...shared } = actionElements;

/** One check for every element of an `input` block. */
export const inputElements: Readonly<Record<types.InputBlockElement["type"], Check>> = {
  ...shared,
  email_text_input: unmodelled("email_text_input"),
  file_input: unmodelled("file_input"),
  number_input: unmodelled("number_input"),
  plain_text_input: plainTextInput,
  url_text_input: unmodelled("url_text_input"),
};

/** The elements of a `context_actions` block. */
export const contextActionElements: Readonly<Record<types.ContextActionsBlockElement["type"], Check>> = {
  feedback_buttons: feedbackButtons,
  icon_button: iconButton,
};

/** The action ids in a block, in order. */
export function actionIds(block: Record<string, unknown>): readonly string[] {
  const single = [block.accessory, block.element].filter(isJson);
  return [...objectsOf(block.elements), ...single]
    .map((element) => element.action_id)
    .filter((id) => typeof id === "string");
}
