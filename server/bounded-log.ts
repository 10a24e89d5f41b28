import type { Log } from "./ports/log.ts";

export interface BoundedLog {
  readonly log: Log;
  /** Says what was left out so far, and forgets. */
  close(): void;
}

/** How much of one cause is written. */
export interface LogLimits {
  readonly linesPerWindow: number;
  readonly windowMs: number;
  /** Causes counted apart at a time; what comes beyond is counted as one. */
  readonly causesMax: number;
}

const LOG_LIMITS: LogLimits = { linesPerWindow: 10, windowMs: 60_000, causesMax: 200 };

interface Cause {
  readonly message: string;
  readonly code: string | number | null;
  readonly timer: NodeJS.Timeout;
  written: number;
  leftOut: number;
}

/**
 * A log that nobody fills: the first lines of a cause, which is its message and its code, are written, then one line a
 * window that says how many were left out.
 */
export function boundedLog(write: Log, limits: LogLimits = LOG_LIMITS): BoundedLog {
  const causes = new Map<string, Cause>();

  const end = (key: string, { message, code, leftOut, timer }: Cause) => {
    clearTimeout(timer);
    causes.delete(key);
    if (leftOut > 0) write(message, { ...(code !== null && { code }), leftOut });
  };

  const begin = (key: string, message: string, code: Cause["code"]): Cause => {
    const timer = setTimeout(() => end(key, cause), limits.windowMs);
    timer.unref();
    const cause: Cause = { message, code, timer, written: 0, leftOut: 0 };
    causes.set(key, cause);
    return cause;
  };

  return {
    log: (message, details) => {
      const code = codeOf(details);
      const key = JSON.stringify([message, code]);
      const known = causes.get(key);
      const isCrowded = known === undefined && causes.size >= limits.causesMax;
      const cause = isCrowded
        ? (causes.get(OTHER_CAUSES) ?? begin(OTHER_CAUSES, "further causes", null))
        : (known ?? begin(key, message, code));
      if (cause.written >= limits.linesPerWindow) {
        cause.leftOut += 1;
        return;
      }
      cause.written += 1;
      write(message, details);
    },
    close: () => {
      for (const [key, cause] of [...causes]) end(key, cause);
    },
  };
}

const OTHER_CAUSES = "";

/** What a client caused, as it stands in the log: a code and what was wrong, never a stack and never much. */
export function clientFault(error: unknown): { code: string; reason: string } {
  const { message } = error instanceof Error ? error : { message: "unknown" };
  return { code: String(codeOf({ error }) ?? "unknown"), reason: message.slice(0, 200) };
}

/** The code a line names itself or its error has, else the name of its error. */
function codeOf(details: { readonly code?: unknown; readonly error?: unknown }): string | number | null {
  const error: { code?: unknown; name?: unknown } = details.error instanceof Error ? details.error : {};
  const code = details.code ?? error.code ?? error.name;
  return typeof code === "string" || typeof code === "number" ? code : null;
}
