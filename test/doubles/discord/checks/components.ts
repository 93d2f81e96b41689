import { ComponentType } from "discord.js";
import type { Form } from "../form.ts";
import { readWebAddress } from "./embeds.ts";

/** Components a message of the second version may hold in all, nested ones included. */
const MOST_COMPONENTS = 40;

/** Characters of all text displays of a message of the second version together. */
const DISPLAYED_TEXT = 4000;

interface Seen {
  readonly ids: Set<string>;
  count: number;
  text: number;
}

/** Checks the components of a message form; version 2 allows what `IS_COMPONENTS_V2` allows, version 1 rows of buttons and menus. */
export function readComponents(form: Form, version: 1 | 2): void {
  const seen: Seen = { ids: new Set(), count: 0, text: 0 };
  const top = form.list("components", version === 1 ? { max: 5 } : {});
  for (const component of top) {
    const type = component.whole("type", { required: true });
    if (version === 1 && type !== undefined && type !== ComponentType.ActionRow) {
      component.fail("type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).');
    } else readComponent(component, seen);
  }
  if (seen.count > MOST_COMPONENTS) {
    form.fail("components", "BASE_TYPE_MAX_LENGTH", `Must be ${MOST_COMPONENTS} or fewer in length.`);
  }
  if (seen.text > DISPLAYED_TEXT) {
    const message = `The total displayable text size exceeds maximum size of ${DISPLAYED_TEXT}`;
    form.fail("components", "COMPONENT_MAX_TOTAL_COMPONENTS_TEXT_SIZE", message);
  }
}

function readComponent(component: Form, seen: Seen): void {
  seen.count += 1;
  switch (component.body.type) {
    case ComponentType.ActionRow:
      readRow(component, seen);
      return;
    case ComponentType.TextDisplay:
      seen.text += component.text("content", { min: 1, required: true })?.length ?? 0;
      return;
    case ComponentType.Section: {
      for (const text of component.list("components", { min: 1, max: 3, required: true })) {
        readComponent(text, seen);
      }
      const accessory = component.one("accessory", { required: true });
      if (accessory?.body.type === ComponentType.Button) readButton(accessory, seen);
      return;
    }
    case ComponentType.Container:
      for (const child of component.list("components", { min: 1, required: true }))
        readComponent(child, seen);
      return;
    case ComponentType.Separator:
      component.whole("spacing", { min: 1, max: 2 });
      return;
    case ComponentType.MediaGallery:
      component.list("items", { min: 1, max: 10, required: true });
      return;
    case ComponentType.File:
      component.one("file", { required: true });
      return;
    default:
      component.fail(
        "type",
        "UNION_TYPE_CHOICES",
        'Value of field "type" must be one of (1, 9, 10, 12, 13, 14, 17).',
      );
  }
}

function readRow(row: Form, seen: Seen): void {
  const children = row.list("components", { min: 1, max: 5, required: true });
  const buttons = children.filter(({ body }) => body.type === ComponentType.Button).length;
  for (const [index, child] of children.entries()) {
    seen.count += 1;
    if (child.body.type === ComponentType.Button) readButton(child, seen);
    else readMenu(child, seen);
    if (buttons !== children.length && index > 0) {
      child.fail("", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
    }
  }
}

function readButton(button: Form, seen: Seen): void {
  const style = button.whole("style", { min: 1, max: 6, required: true });
  const label = button.text("label", { max: 80 });
  if (!label && !button.has("emoji") && style !== 6) {
    button.fail("", "BUTTON_COMPONENT_MUST_HAVE_LABEL_OR_EMOJI", "A button must have a label or an emoji");
  }
  button.flag("disabled");
  if (style === 5) {
    readWebAddress(button, "url", true);
    button.text("url", { max: 512 });
    if (button.has("custom_id")) {
      button.fail(
        "",
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      );
    }
    return;
  }
  readCustomId(button, seen.ids);
  if (button.has("url")) {
    button.fail(
      "",
      "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
      "A custom id and url cannot both be specified",
    );
  }
}

/** Checks a custom id: there, at most 100 long, and the only one of its name. */
export function readCustomId(component: Form, ids: Set<string>): void {
  const id = component.text("custom_id", { min: 1, max: 100, required: true });
  if (id === undefined) return;
  if (ids.has(id)) {
    component.fail("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  }
  ids.add(id);
}

const MENUS = new Set<unknown>([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Checks a select menu, of a message or a modal. */
export function readMenu(menu: Form, { ids }: { readonly ids: Set<string> }): void {
  if (!MENUS.has(menu.body.type)) {
    menu.fail("type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).');
    return;
  }
  readCustomId(menu, ids);
  menu.text("placeholder", { max: 150 });
  menu.whole("min_values", { min: 0, max: 25 });
  menu.whole("max_values", { min: 1, max: 25 });
  if (menu.body.type !== ComponentType.StringSelect) return;
  const values = new Set<string>();
  for (const option of menu.list("options", { min: 1, max: 25, required: true })) {
    option.text("label", { min: 1, max: 100, required: true });
    option.text("description", { max: 100 });
    const value = option.text("value", { min: 1, max: 100, required: true });
    if (value !== undefined && values.has(value)) {
      option.fail(
        "value",
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    }
    if (value !== undefined) values.add(value);
  }
}
