/** How the scripts start Node: the loader comes with it, and no process stands in between that a signal would stop at. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { resolve } = createRequire(import.meta.url);

/** Node's words before those of a program, in whatever folder it runs. */
export const WITH_LOADER: readonly string[] = ["--import", pathToFileURL(resolve("tsx")).href];
