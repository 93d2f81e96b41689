/** Health and metrics for whoever watches over the bot. Off unless a port is set, and on this machine alone unless told otherwise. */
import { createServer } from "node:http";
import { ConfigError } from "../../src/errors.ts";
import type { PlatformState } from "../../src/ports.ts";

/** What can be asked about. */
export interface Watched {
  platforms(): readonly (PlatformState & { readonly name: string })[];
  /** What is wrong beside the platforms, in one line that says what to do; undefined if nothing is. */
  trouble(): string | undefined;
  /** How often each thing happened since the start, with the sum of the durations in milliseconds. */
  events(): readonly { readonly event: string; readonly count: number; readonly ms: number }[];
  /** Sources that answers can come from. */
  sources(): number;
}

/** A listener that can be closed. */
export interface HealthServer {
  /** Chosen by the system when 0 was asked for. */
  readonly port: number;
  close(): Promise<void>;
}

/** Answers GET /healthz and GET /metrics. @throws {ConfigError} when the port cannot be had. */
export async function serveHealth(
  { host, port }: { readonly host: string; readonly port: number },
  watched: Watched,
): Promise<HealthServer> {
  const pages: Readonly<Record<string, () => Page>> = {
    "/healthz": () => healthPage(watched),
    "/metrics": () => metricsPage(watched),
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").replace(/\?.*/s, "");
    const page = Object.hasOwn(pages, path) ? pages[path]?.() : undefined;
    const allowed = request.method === "GET" || request.method === "HEAD";
    const { status, text } = !allowed ? NOT_ALLOWED : (page ?? NOT_FOUND);
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new ConfigError([`HTTP_PORT: ${host}:${port} cannot be used (${error.code ?? "unknown"})`])),
    );
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  return {
    port: typeof bound === "object" && bound !== null ? bound.port : port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Page {
  readonly status: number;
  readonly text: string;
}

const NOT_FOUND: Page = { status: 404, text: "There are /healthz and /metrics.\n" };
const NOT_ALLOWED: Page = { status: 405, text: "Use GET.\n" };

/** 200 while every configured platform is connected; otherwise 503, and why. No other trouble is one that a restart would mend. */
function healthPage({ platforms, trouble }: Watched): Page {
  const all = platforms();
  const lines = [
    ...all.map(({ name, connected, reason }) => `${name}: ${connected ? "connected" : reason}`),
    trouble() ?? [],
  ].flat();
  return { status: all.every(({ connected }) => connected) ? 200 : 503, text: `${lines.join("\n")}\n` };
}

/** Prometheus' text format. */
function metricsPage({ platforms, events, sources }: Watched): Page {
  const lines = [
    "# HELP receipts_platform_connected Whether a platform takes questions.",
    "# TYPE receipts_platform_connected gauge",
    ...platforms().map(
      ({ name, connected }) => `receipts_platform_connected{platform="${name}"} ${connected ? 1 : 0}`,
    ),
    "# HELP receipts_sources Sources that answers can come from.",
    "# TYPE receipts_sources gauge",
    `receipts_sources ${sources()}`,
    "# HELP receipts_events_total What happened since the start.",
    "# TYPE receipts_events_total counter",
    ...events().map(({ event, count }) => `receipts_events_total{event="${event}"} ${count}`),
    "# HELP receipts_events_seconds_total How long it took, together.",
    "# TYPE receipts_events_seconds_total counter",
    ...events().map(({ event, ms }) => `receipts_events_seconds_total{event="${event}"} ${ms / 1000}`),
    "# HELP process_resident_memory_bytes Memory of the process.",
    "# TYPE process_resident_memory_bytes gauge",
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ];
  return { status: 200, text: `${lines.join("\n")}\n` };
}
