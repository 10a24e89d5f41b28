const POLL_MS = 10;

/** Waits until `condition` gives a truthy value and returns it; fails naming `what` once the deadline is over. */
export async function waitUntil<T>(
  condition: () => T | Promise<T>,
  { deadlineMs = 5_000, what }: { deadlineMs?: number; what: string },
): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const value = await condition();
    if (value) return value as NonNullable<Exclude<T, false>>;
    if (performance.now() > end) throw new Error(`not within ${deadlineMs} ms: ${what}`);
    await new Promise<void>((resume) => {
      setTimeout(resume, POLL_MS);
    });
  }
}
