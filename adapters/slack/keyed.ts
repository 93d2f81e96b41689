/** A post's key in its metadata, by which it is found again. */

/** The kind of a post's metadata, which holds its key and nothing else. */
const KEYED = "receipts_post";

/** What a post with this key carries. */
export const metadataOf = (key: string) => ({ event_type: KEYED, event_payload: { key } });

/** The ids of those among Slack's messages that were posted with this key, oldest first. */
export function idsOf(messages: unknown, key: string): readonly string[] {
  const list: readonly unknown[] = Array.isArray(messages) ? messages : [];
  return list.flatMap((each) => (keyOf(each) === key ? tsOf(each) : [])).sort();
}

function keyOf(message: unknown): unknown {
  const metadata = memberOf(message, "metadata");
  return memberOf(metadata, "event_type") === KEYED
    ? memberOf(memberOf(metadata, "event_payload"), "key")
    : undefined;
}

function tsOf(message: unknown): readonly string[] {
  const ts = memberOf(message, "ts");
  return typeof ts === "string" ? [ts] : [];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
