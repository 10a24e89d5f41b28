import type { CopyStorage } from "../../client/features/notes/unsaved-copy.ts";

/** What of a browser's `localStorage` the notes need, with room for values of `maxChars`. */
export function memoryLocalStorage(maxChars = Number.POSITIVE_INFINITY): CopyStorage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > maxChars) throw new Error("QuotaExceededError");
      entries.set(key, value);
    },
    removeItem: (key: string) => {
      entries.delete(key);
    },
  };
}
