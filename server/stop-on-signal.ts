/** How long clients and disk have before the process ends regardless. */
const STOP_DEADLINE_MS = 10_000;
/** One Ctrl-C arrives several times: from the terminal, and passed on by npm and by the start script. */
const SAME_KEYSTROKE_MS = 1_000;

/** Ends the process with 0 through `stop` when it is asked to, at once with 1 when it is asked again. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let askedAt: number | null = null;
  const asked = async () => {
    const now = performance.now();
    if (askedAt !== null) {
      if (now - askedAt > SAME_KEYSTROKE_MS) process.exit(1);
      return;
    }
    askedAt = now;
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    await stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void asked());
  process.on("SIGINT", () => void asked());
}
