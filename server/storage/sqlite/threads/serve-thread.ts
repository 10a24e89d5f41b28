import { parentPort, receiveMessageOnPort } from "node:worker_threads";
import { failureOf } from "../sqlite-error.ts";
import type { FromThread, Reply, Request, ToThread } from "./operations.ts";

/** An open database as a thread serves it. */
export interface Service<Inputs> {
  /** What is worth a line in the log. */
  readonly details: object;
  /** One reply a request, in the same order. */
  answer(requests: readonly Request<Inputs>[]): Reply[];
  close(): void;
}

/** Serves the thread's parent: opens the file it names, answers all requests that wait at once, ends when told to close. */
export function serveThread<Inputs>(open: (file: string) => Service<Inputs>): void {
  if (parentPort === null) throw new Error("this module runs as a worker thread");
  const port = parentPort;
  let service: Service<Inputs> | null = null;

  function next(): ToThread<Inputs> | undefined {
    return receiveMessageOnPort(port)?.message;
  }

  function send(message: FromThread): void {
    port.postMessage(message);
  }

  function answer(requests: readonly Request<Inputs>[]): void {
    if (service === null || requests.length === 0) return;
    const replies = service.answer(requests);
    send({ kind: "replies", replies });
  }

  port.on("message", (first: ToThread<Inputs>) => {
    const waiting: Request<Inputs>[] = [];
    for (let message: ToThread<Inputs> | undefined = first; message; message = next()) {
      switch (message.kind) {
        case "open":
          try {
            service = open(message.file);
            send({ kind: "opened", details: service.details });
          } catch (error) {
            send({ kind: "unusable", failure: failureOf(error) });
          }
          break;
        case "requests":
          waiting.push(...message.requests);
          break;
        case "close":
          answer(waiting.splice(0));
          service?.close();
          port.close();
          return;
      }
    }
    answer(waiting);
  });
}
