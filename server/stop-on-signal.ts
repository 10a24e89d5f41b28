/** How long clients and disk have before the process ends regardless. */
const STOP_DEADLINE_MS = 10_000;
/** One Ctrl-C arrives several times: from the terminal, and passed on by npm and by the start script. */
const SAME_KEYSTROKE_MS = 1_000;

/** Sent by a program that started the server; the way in to a process on Windows, where a signal from a program is its end. */
const SHUTDOWN = "shutdown";

interface Asked {
  /** `process` when absent. */
  readonly by?: Pick<NodeJS.Process, "on" | "exit">;
  readonly platform?: NodeJS.Platform;
}

/** Ends the process with 0 through `stop` when it is asked to, at once with 1 when it is asked again. */
export function stopOnSignal(
  stop: () => Promise<void>,
  { by = process, platform = process.platform }: Asked = {},
): void {
  let askedAt: number | null = null;
  const asked = async () => {
    const now = performance.now();
    if (askedAt !== null) {
      if (now - askedAt > SAME_KEYSTROKE_MS) by.exit(1);
      return;
    }
    askedAt = now;
    setTimeout(() => by.exit(1), STOP_DEADLINE_MS).unref();
    await stop();
    by.exit(0);
  };
  for (const signal of signalsOf(platform)) by.on(signal, () => void asked());
  by.on("message", (message) => {
    if (message === SHUTDOWN) void asked();
  });
}

/** A Windows console tells of Ctrl-Break and of its window being closed; elsewhere a server outlives its terminal. */
function signalsOf(platform: NodeJS.Platform): readonly NodeJS.Signals[] {
  return platform === "win32" ? ["SIGINT", "SIGBREAK", "SIGHUP"] : ["SIGINT", "SIGTERM"];
}
