import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { AppendResult, Batch, LoadedSession } from "../../../server/ports/journal.ts";
import type { LoadedNotes, NotesUpdate } from "../../../server/ports/notes-store.ts";
import { StorageError } from "../../../server/ports/storage-error.ts";

export type StorageCall =
  | { readonly name: "append"; readonly batch: Batch }
  | { readonly name: "load"; readonly sessionId: string }
  | { readonly name: "appendNotes"; readonly updates: readonly NotesUpdate[] }
  | { readonly name: "loadNotes"; readonly documentName: string }
  | { readonly name: "probe" };

/** `retryable: null` marks an error that is no `StorageError`. */
export type StorageReply =
  | { readonly number: number; readonly output: unknown }
  | { readonly number: number; readonly message: string; readonly retryable: boolean | null };

export interface StorageProcess {
  append(batch: Batch): Promise<AppendResult>;
  load(sessionId: string): Promise<LoadedSession | null>;
  appendNotes(updates: readonly NotesUpdate[]): Promise<void>;
  loadNotes(documentName: string): Promise<LoadedNotes>;
  probe(): Promise<void>;
  /** Ends at once, as `kill -9` does. */
  kill(): Promise<void>;
  /** Closes the storage and waits for the process to end by itself; resolves with its exit code. */
  close(): Promise<number | null>;
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

/** The SQLite storage in a process of its own, which a test may kill or give a faulty disk. */
export async function storageProcess(
  directory: string,
  env: Readonly<Record<string, string>> = {},
): Promise<StorageProcess> {
  const child = fork(fileURLToPath(new URL("./storage-process-child.ts", import.meta.url)), [directory], {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    env: { ...process.env, ...env },
  });
  const waiting = new Map<number, Waiting>();
  let lastNumber = 0;
  const exited = once(child, "exit").then(([code]: (number | null)[]) => {
    for (const { reject } of waiting.values()) reject(new Error(`the storage process ended: ${code}`));
    waiting.clear();
    return code ?? null;
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
  });

  child.on("message", (reply: StorageReply) => {
    const caller = waiting.get(reply.number);
    waiting.delete(reply.number);
    if ("output" in reply) caller?.resolve(reply.output);
    else if (reply.retryable === null) caller?.reject(new Error(reply.message));
    else caller?.reject(new StorageError(reply.message, { retryable: reply.retryable }));
  });

  function answerTo<T>(number: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.set(number, { resolve: (output) => resolve(output as T), reject });
    });
  }
  function ask<T>(call: StorageCall): Promise<T> {
    lastNumber += 1;
    const answer = answerTo<T>(lastNumber);
    child.send({ number: lastNumber, call });
    return answer;
  }

  await answerTo<string>(0);
  return {
    append: (batch) => ask({ name: "append", batch }),
    load: (sessionId) => ask({ name: "load", sessionId }),
    appendNotes: (updates) => ask({ name: "appendNotes", updates }),
    loadNotes: (documentName) => ask({ name: "loadNotes", documentName }),
    probe: () => ask({ name: "probe" }),
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    close() {
      child.disconnect();
      return exited;
    },
  };
}
