import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from "express";
import type { z } from "zod";
import {
  ERRORS,
  type ErrorCode,
  type ErrorDetails,
  type WireError,
  wireError,
} from "../../shared/protocol/errors.ts";
import type { CommandReply } from "../../shared/protocol/session-socket.ts";
import { parseError } from "../parse-error.ts";
import type { Log } from "../ports/log.ts";
import { StorageError } from "../ports/storage-error.ts";

const LOGGED_PATH_MAX_CHARS = 200;

/** Thrown by a route to answer with an error of the product. */
export class HttpProblem extends Error {
  readonly error: WireError;
  readonly retryAfterSeconds: number | undefined;

  constructor(error: WireError, retryAfterSeconds?: number) {
    super(error.code);
    this.name = "HttpProblem";
    this.error = error;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function problem(code: ErrorCode, details?: ErrorDetails): HttpProblem {
  return new HttpProblem(wireError(code, details));
}

/** Refuses to check a secret for so long. */
export function tooManyTries(waitMs: number): HttpProblem {
  return new HttpProblem(wireError("too_many_tries"), Math.ceil(waitMs / 1000));
}

/** `value` as `schema` has it, else the error that says where it is not. */
export function parseBody<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpProblem(parseError(parsed.error));
  return parsed.data;
}

/** The rev of an accepted command; throws the refusal of another. */
export function accepted(reply: CommandReply): number {
  if (!reply.ok) throw new HttpProblem(reply.error);
  return reply.rev;
}

/** A route that may wait; what it throws becomes the answer. */
export function route(
  handle: (request: Request, response: Response, next: NextFunction) => Promise<void> | void,
): RequestHandler {
  return (request, response, next: NextFunction) => {
    Promise.resolve()
      .then(() => handle(request, response, next))
      .catch(next);
  };
}

/** Turns whatever went wrong into `{"error": …}`; strangers learn no more than the code. */
export function errorHandler(log: Log): ErrorRequestHandler {
  // Express knows a handler of errors by its four parameters.
  return (thrown: unknown, request, response, _next) => {
    const known = asProblem(thrown);
    if (known.error.code === "internal" || known.error.code === "storage_unavailable") {
      const path = request.path.slice(0, LOGGED_PATH_MAX_CHARS);
      log("request failed", { method: request.method, path, error: thrown });
    }
    // Half an answer is out: it is cut, and Express, which would write the stack by itself, hears nothing of it.
    if (response.headersSent) {
      request.socket.destroy();
      return;
    }
    if (known.retryAfterSeconds !== undefined) response.set("Retry-After", String(known.retryAfterSeconds));
    response.status(ERRORS[known.error.code].status).json({ error: known.error });
  };
}

function asProblem(thrown: unknown): HttpProblem {
  if (thrown instanceof HttpProblem) return thrown;
  if (thrown instanceof StorageError) return problem("storage_unavailable");
  const { type, status } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as {
    type?: string;
    status?: number;
  };
  if (type === "entity.too.large" || status === 413) return problem("payload_too_large");
  if (status === 404) return problem("not_found");
  if (status !== undefined && status >= 400 && status < 500) return problem("bad_request");
  return problem("internal");
}
