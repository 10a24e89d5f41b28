import type { Transferable, Worker } from "node:worker_threads";
import { StorageError } from "../../../ports/storage-error.ts";
import type { Failure } from "../sqlite-error.ts";
import type { FromThread, Reply, Request, ToThread } from "./operations.ts";

interface Waiting {
  resolve(output: unknown): void;
  reject(error: StorageError): void;
}

/** The caller's end of a database thread. What is asked within one turn of the loop travels as one message. */
export class ThreadClient<Inputs, Outputs extends Record<keyof Inputs, unknown>> {
  readonly #worker: Worker;
  readonly #onDamage: (reason: string) => void;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #opening: { resolve(details: object): void; reject(error: StorageError): void } | null = null;
  #requests: Request<Inputs>[] = [];
  #transfer: Transferable[] = [];
  #lastNumber = 0;
  /** Why nothing can be asked any more, or null. */
  #ended: StorageError | null = null;

  /** `onDeath` hears of a thread that ended without being told to, `onDamage` of each request that met damaged data. */
  constructor(
    worker: Worker,
    { onDeath, onDamage }: { onDeath: (reason: string) => void; onDamage: (reason: string) => void },
  ) {
    this.#worker = worker;
    this.#onDamage = onDamage;
    this.#worker.on("message", (message: FromThread) => this.#receive(message));
    let reason = "it exited";
    this.#worker.on("error", (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    this.#exited = new Promise((resolve) => {
      this.#worker.on("exit", () => {
        if (this.#ended === null) onDeath(reason);
        // Whether a lost thread had committed what it held is unknown: nothing more may be built on it.
        this.#end(new StorageError(`the database thread has died: ${reason}`, { retryable: false }));
        resolve();
      });
    });
  }

  /** Opens the database file; resolves with what the thread says of it. */
  open(file: string): Promise<object> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) return reject(this.#ended);
      this.#opening = { resolve, reject };
      this.#send({ kind: "open", file });
    });
  }

  /** Asks; the buffers in `transfer` are the thread's afterwards. Rejects with `StorageError`. */
  call<Name extends keyof Inputs>(
    name: Name,
    input: Inputs[Name],
    transfer: readonly Transferable[] = [],
  ): Promise<Outputs[Name]> {
    return new Promise<Outputs[Name]>((resolve, reject) => {
      if (this.#ended !== null) return reject(this.#ended);
      this.#lastNumber += 1;
      const number = this.#lastNumber;
      this.#waiting.set(number, { resolve: (output) => resolve(output as Outputs[Name]), reject });
      if (this.#requests.length === 0) queueMicrotask(() => this.#flush());
      this.#requests.push({ number, name, input });
      this.#transfer.push(...transfer);
    });
  }

  /** Lets the thread finish what it was asked, then ends it. */
  close(): Promise<void> {
    if (this.#ended === null) {
      this.#flush();
      this.#send({ kind: "close" });
      this.#ended = new StorageError("the storage is closed", { retryable: false });
    }
    return this.#exited;
  }

  #flush(): void {
    if (this.#requests.length === 0) return;
    const requests = this.#requests;
    const transfer = this.#transfer;
    this.#requests = [];
    this.#transfer = [];
    try {
      this.#send({ kind: "requests", requests }, transfer);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      for (const { number } of requests) {
        this.#settle({ number, ok: false, failure: { message, retryable: false } });
      }
    }
  }

  #send(message: ToThread<Inputs>, transfer: readonly Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #receive(message: FromThread): void {
    switch (message.kind) {
      case "opened":
        this.#opening?.resolve(message.details);
        this.#opening = null;
        return;
      case "unusable":
        this.#opening?.reject(errorOf(message.failure));
        this.#opening = null;
        return;
      case "replies":
        for (const reply of message.replies) this.#settle(reply);
    }
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if (reply.ok) {
      waiting?.resolve(reply.output);
      return;
    }
    if (reply.failure.isDamage) this.#onDamage(reply.failure.message);
    waiting?.reject(errorOf(reply.failure));
  }

  #end(error: StorageError): void {
    this.#ended ??= error;
    this.#opening?.reject(error);
    this.#opening = null;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

function errorOf({ message, retryable }: Failure): StorageError {
  return new StorageError(message, { retryable });
}
