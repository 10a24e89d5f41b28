import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { FileHandle } from "node:fs/promises";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { bundleSources } from "../../threads/bundle-sources.ts";
import type { MakingProgress } from "../make-document.ts";
import { RenderError } from "../render-error.ts";
import type { DocumentTask, DocumentTaskResult, TaskReply } from "./document-process.ts";
import { IDLY, type Policy } from "./idle-policy.ts";
import { ParcelWriter, type Sources, TASKS_DESCRIPTOR } from "./parcels.ts";
import { openResultFile, readResult } from "./result-file.ts";

/** In megabytes. */
const HEAP_FLAGS = ["--max-old-space-size=512", "--max-semi-space-size=2", "--expose-gc"];
/** What a document has left goes back to the system at once (glibc alone heeds it), so that the next begins with little. */
const MEMORY_GOES_BACK = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_TRIM_THRESHOLD_: "131072",
  MALLOC_MMAP_THRESHOLD_: "131072",
};
/** One core is the document's, and the others are the meeting's: neither Typst nor V8 has helpers. */
const ONE_THREAD = { flag: "--single-threaded-gc", env: { RAYON_NUM_THREADS: "1" } } as const;

/** Where there are no descriptors for its lines, Node gives a process without any, whatever its types say, and tells an error next. */
function hasLines(child: ChildProcess): boolean {
  return (child.stdio as ChildProcess["stdio"] | undefined) !== undefined;
}

/** A process that makes one thing after the other. It keeps nobody from ending, and ends when this one does. */
export class StartedProcess {
  readonly #child: ChildProcess;
  readonly #tasks: Socket;
  readonly #parcels: ParcelWriter;
  readonly #results: FileHandle;
  readonly policy: Policy;
  #isSpent = false;

  private constructor(child: ChildProcess, results: FileHandle, policy: Policy) {
    this.#child = child;
    this.policy = policy;
    this.#results = results;
    this.#tasks = child.stdio[TASKS_DESCRIPTOR] as Socket;
    this.#parcels = new ParcelWriter(this.#tasks);
    // A process that ends before it has read all is judged by how it ended.
    for (const stream of [child.stdin, this.#tasks]) stream?.on("error", () => undefined);
    const over = () => {
      this.#isSpent = true;
      // Whoever still reads it is waited for.
      results.close().catch(() => undefined);
    };
    // Which of them comes where it cannot be started is not said.
    child
      .once("exit", over)
      .once("error", over)
      .on("error", () => undefined);
  }

  /**
   * From a build the module beside this one; a server that runs from its sources bundles it first and hands it over as text.
   * Rejects with `RenderError` where the system has nothing left to start it with.
   */
  static async start(policy: Policy): Promise<StartedProcess> {
    const fromSources = import.meta.url.endsWith(".ts");
    const module = new URL(`./document-process.${fromSources ? "ts" : "js"}`, import.meta.url);
    const script = fromSources ? await bundleSources(module) : "";
    const results = await openResultFile().catch((cause: unknown) => {
      throw new RenderError("failed", { cause });
    });
    const before = policy === "idle" ? IDLY : [];
    const [program = "", ...words] = [...before, process.execPath, ...HEAP_FLAGS, ONE_THREAD.flag];
    const child = spawn(program, [...words, fromSources ? "-" : fileURLToPath(module)], {
      env: { ...ONE_THREAD.env, ...MEMORY_GOES_BACK },
      stdio: ["pipe", "ignore", "ignore", "ipc", "pipe", results.fd],
      windowsHide: true,
    });
    if (hasLines(child)) {
      child.stdin?.end(script);
      return new StartedProcess(child, results, policy);
    }
    const [cause] = await once(child, "error").catch((error: unknown) => [error]);
    await results.close();
    throw new RenderError("failed", { cause });
  }

  /** 0 where it could not be started. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Whether it should make nothing more: it has ended, or holds more memory than one that begins would need. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Makes one thing; nothing else may be under way. Rejects with `RenderError` and as `sources` does, and is to be ended then. */
  make(
    task: DocumentTask,
    sources: Sources,
    onProgress: (progress: MakingProgress) => void,
  ): Promise<DocumentTaskResult> {
    const child = this.#child;
    this.#keepsUp(true);
    let leave = () => {};
    return new Promise<DocumentTaskResult>((resolve, reject) => {
      const fail = (cause?: unknown) => reject(new RenderError("failed", { cause }));
      const ended = () => fail();
      const hear = (message: TaskReply | MakingProgress) => {
        if ("step" in message) return onProgress(message);
        this.#isSpent ||= message.isSpent;
        readResult(this.#results, message.result).then(
          (result) => resolve(result as DocumentTaskResult),
          fail,
        );
      };
      child.on("message", hear).on("error", fail).on("exit", ended);
      leave = () => child.off("message", hear).off("error", fail).off("exit", ended);
      if (this.#isSpent) fail();
      else this.#parcels.write(task, sources).catch(reject);
    }).finally(() => {
      leave();
      this.#keepsUp(false);
    });
  }

  /** Whatever it is at. */
  end(): void {
    this.#child.kill("SIGKILL");
  }

  /** Whether a program that has nothing else to do waits for it. */
  #keepsUp(isAtWork: boolean): void {
    for (const part of [this.#child, this.#child.channel, this.#tasks]) {
      if (isAtWork) part?.ref();
      else part?.unref();
    }
  }
}
