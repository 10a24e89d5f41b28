/** What somebody wrote, to stand within a sentence of ours that has its own full stop. */
export function withoutStop(written: string): string {
  return written.replace(/[\s.。．]+$/u, "");
}
