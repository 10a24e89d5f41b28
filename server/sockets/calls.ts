import type { z } from "zod";
import { type WireError, wireError } from "../../shared/protocol/errors.ts";
import type { ClientToServerEvents } from "../../shared/protocol/session-socket.ts";
import type { RateBudget } from "../../shared/rate-budget.ts";
import { parseError } from "../parse-error.ts";
import type { Log } from "../ports/log.ts";
import { StorageError } from "../ports/storage-error.ts";
import type { SessionSocket } from "./socket-server.ts";

type Call = keyof ClientToServerEvents;
type Refused = { ok: false; error: WireError };

interface CallOptions<T> {
  readonly schema: z.ZodType<T>;
  readonly budget: RateBudget;
  /** What it gives to `answered` happens once the answer is written, also where the answer is an error. */
  readonly handle: (request: T, answered: (then: () => void) => void) => Promise<object> | object;
  readonly log: Log;
}

/**
 * The only way a call of ours is listened to: whatever is sent, the sender is answered or, where it asked for no
 * answer, ignored; nothing thrown on the way reaches the process.
 */
export function onCall<T>(socket: SessionSocket, call: Call, options: CallOptions<T>): void {
  const listener = async (...args: unknown[]) => {
    const acknowledge = args.at(-1);
    if (typeof acknowledge !== "function") return;
    const answer = (reply: object) => {
      if (socket.connected) acknowledge(reply);
    };
    const refuse = (error: WireError): void => answer({ ok: false, error } satisfies Refused);
    if (!options.budget.take(performance.now())) return refuse(wireError("rate_limited"));
    if (args.length !== 2) return refuse(wireError("bad_request"));
    const parsed = options.schema.safeParse(args[0]);
    if (!parsed.success) return refuse(parseError(parsed.error));
    let afterwards = () => {};
    try {
      answer(
        await options.handle(parsed.data, (then) => {
          afterwards = then;
        }),
      );
    } catch (error) {
      options.log("call failed", { call, error });
      refuse(wireError(error instanceof StorageError ? "storage_unavailable" : "internal"));
    } finally {
      afterwards();
    }
  };
  // Socket.IO types the listener by event; this one takes whatever comes and checks it itself.
  socket.on(call, listener as unknown as ClientToServerEvents[Call]);
}
