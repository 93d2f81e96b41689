import { ComponentType } from "discord.js";
import type { Form } from "../form.ts";
import { readCustomId, readMenu } from "./components.ts";

/** Checks the modal an interaction is answered with. */
export function readModal(form: Form): void {
  form.text("custom_id", { min: 1, max: 100, required: true });
  form.text("title", { min: 1, max: 45, required: true });
  const ids = new Set<string>();
  for (const component of form.list("components", { min: 1, max: 5, required: true }))
    readTop(component, ids);
}

function readTop(component: Form, ids: Set<string>): void {
  switch (component.body.type) {
    case ComponentType.ActionRow:
      for (const input of component.list("components", { min: 1, max: 1, required: true })) {
        input.text("label", { min: 1, max: 45, required: true });
        readInput(input, ids);
      }
      return;
    case ComponentType.Label: {
      component.text("label", { min: 1, max: 45, required: true });
      component.text("description", { max: 100 });
      const child = component.one("component", { required: true });
      if (child?.body.type === ComponentType.TextInput) readInput(child, ids);
      else if (child !== undefined) readMenu(child, { ids });
      return;
    }
    case ComponentType.TextDisplay:
      component.text("content", { min: 1, max: 4000, required: true });
      return;
    default:
      component.fail("type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1, 10, 18).');
  }
}

function readInput(input: Form, ids: Set<string>): void {
  if (input.body.type !== ComponentType.TextInput) {
    input.fail("type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (4,).');
    return;
  }
  readCustomId(input, ids);
  input.whole("style", { min: 1, max: 2, required: true });
  const least = input.whole("min_length", { min: 0, max: 4000 }) ?? 0;
  const most = input.whole("max_length", { min: 1, max: 4000 }) ?? 4000;
  if (least > most) input.fail("min_length", "NUMBER_TYPE_MAX", "min_length must not exceed max_length");
  input.text("value", { max: most });
  input.text("placeholder", { max: 100 });
  input.flag("required");
}
