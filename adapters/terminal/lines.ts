/** Lines of a stream, as they arrive. */

/** A line of this many characters is no question; its rest is let go, so that it fills no memory. */
const MOST_LINE = 1_000_000;

/**
 * Reads UTF-8 and yields each line without its end; `\n` alone ends a line, since JSON may hold the other separators. A last line
 * needs no end. Wrong bytes become replacement characters.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    rest += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split("\n");
    rest = (lines.pop() ?? "").slice(0, MOST_LINE);
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  rest += decoder.decode();
  if (rest !== "") yield rest.replace(/\r$/, "");
}
