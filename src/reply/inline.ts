/** Lines of inlines, written as they read. */
import type { Inline } from "../model.ts";

/** Some inlines of one line, in order. */
export type Line = readonly Inline[];

const text = (value: string): Line => (value === "" ? [] : [{ kind: "text", text: value }]);

/** A template whose values are texts or lines; neighbouring texts become one. */
export function line(strings: TemplateStringsArray, ...values: readonly (string | number | Line)[]): Line {
  const parts = strings.flatMap((fixed, at) => {
    const value = values[at] ?? "";
    return [...text(fixed), ...(typeof value === "object" ? value : text(String(value)))];
  });
  return joinTexts(parts);
}

function joinTexts(parts: Line): Line {
  const joined: Inline[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === "text" && last?.kind === "text") {
      joined[joined.length - 1] = { kind: "text", text: last.text + part.text };
    } else joined.push(part);
  }
  return joined;
}

/** Lines with a text between each two. */
export function joinLines(lines: readonly Line[], between: string): Line {
  return joinTexts(lines.flatMap((each, at) => (at === 0 ? each : [...text(between), ...each])));
}

/** One strong run. */
export const strong = (value: string): Line => [{ kind: "strong", text: value }];

/** One run of code, such as a source id. */
export const code = (value: string): Line => [{ kind: "code", text: value }];
