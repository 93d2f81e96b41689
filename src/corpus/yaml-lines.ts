/** What YAML holds, and how deep it goes. */

/** A YAML value with its 1-based line in the file. All scalars are text as written: `2018` and `2018-06-25` stay so. */
export type Yaml =
  | { readonly kind: "text"; readonly line: number; readonly text: string }
  | { readonly kind: "list"; readonly line: number; readonly entries: readonly Yaml[] }
  | { readonly kind: "map"; readonly line: number; readonly entries: ReadonlyMap<string, Field> }
  | { readonly kind: "nothing"; readonly line: number };

/** An entry of a map; `line` is the key's. */
export interface Field {
  readonly line: number;
  readonly value: Yaml;
}

/**
 * The line, from 0, at which YAML is nested deeper than `most`; an upper bound reckoned from columns, dashes and brackets, so
 * that the parser, which recurses, never meets what would exhaust its stack.
 */
export function lineOfDepth(source: string, most: number): number | undefined {
  const columns: number[] = [];
  let brackets = 0;
  let line = 0;
  for (const text of source.split("\n")) {
    let column = text.search(/\S|$/);
    const push = () => {
      while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
    };
    if (column < text.length) push();
    while (/^[-?:]\s/.test(text.slice(column, column + 2))) {
      column += 1 + text.slice(column + 1).search(/\S|$/);
      push();
      if (columns.length > most) return line;
    }
    for (const char of text) {
      if (char === "[" || char === "{") brackets++;
      else if ((char === "]" || char === "}") && brackets > 0) brackets--;
      if (brackets + columns.length > most) return line;
    }
    line++;
  }
  return undefined;
}
