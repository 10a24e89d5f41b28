/** Lets so much time pass, and with 0 the loop turn once. */
export function delay(durationMs: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, durationMs);
  });
}
