import { Worker } from "node:worker_threads";
import { bundleSources } from "../../../threads/bundle-sources.ts";

export type ThreadName = "writer-thread" | "reader-thread";

/** Starts a database thread from the file beside this one: `.js` in a build, `.ts` when the sources run as they are. */
export async function startThread(name: ThreadName): Promise<Worker> {
  const fromSources = import.meta.url.endsWith(".ts");
  const module = new URL(`./${name}.${fromSources ? "ts" : "js"}`, import.meta.url);
  return fromSources
    ? new Worker(await bundleSources(module), { name, eval: true, execArgv: [] })
    : new Worker(module, { name, execArgv: [] });
}
