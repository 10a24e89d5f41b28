/** What JSON `stored` holds; undefined where it is none, as a text that was kept alone. */
export function storedJson(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
