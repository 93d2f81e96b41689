import type { IncomingMessage } from "node:http";
import { isBody } from "./form.ts";
import type { Attachment } from "./model.ts";

/** A request, read to its end. */
export interface ReceivedRequest {
  readonly method: string;
  /** Below the API's version, such as "/gateway/bot". */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  /** Header fields without `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: unknown;
  readonly files: readonly Attachment[];
  /** The interaction's token, if the path holds one. */
  readonly token: string | undefined;
}

/** Reads a request: JSON, or multipart with a `payload_json` and files. */
export async function readRequest(request: IncomingMessage, nextId: () => string): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const url = new URL(request.url ?? "/", "http://localhost");
  const { authorization, ...others } = request.headers;
  const type = request.headers["content-type"] ?? "";
  const { text, files } = type.startsWith("multipart/")
    ? await readMultipart(bytes, type, nextId)
    : { text: bytes.toString("utf8"), files: [] };
  const path = url.pathname.replace(/^\/api/, "").replace(/^\/v10/, "");
  return {
    method: request.method ?? "GET",
    path,
    query: url.searchParams,
    authorization,
    headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
    text,
    json: text === "" ? undefined : parseJson(text),
    files,
    token: path.match(/^\/(?:interactions|webhooks)\/\d+\/([^/]+)/)?.[1],
  };
}

async function readMultipart(bytes: Buffer, type: string, nextId: () => string) {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const text = String(form.get("payload_json") ?? "");
  const files: Attachment[] = [];
  for (const [key, part] of form.entries()) {
    if (typeof part === "string") continue;
    files.push({
      id: nextId(),
      name: part.name,
      description: descriptionOf(text, key),
      bytes: new Uint8Array(await part.arrayBuffer()),
    });
  }
  return { text, files };
}

/** The alt text that the JSON part gives the file named `files[n]`. */
function descriptionOf(text: string, key: string): string | undefined {
  const json = text === "" ? undefined : parseJson(text);
  const data = isBody(json) && isBody(json.data) ? json.data : json;
  const attachments = isBody(data) && Array.isArray(data.attachments) ? data.attachments : [];
  const entry = attachments.filter(isBody).find(({ id }) => `files[${id}]` === key);
  return typeof entry?.description === "string" ? entry.description : undefined;
}

/** A body that is no JSON is read as a text, which no route accepts. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
