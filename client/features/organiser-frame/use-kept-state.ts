import { useCallback, useState } from "react";
import { tabStorage } from "../../sync/browser-storage.ts";

/**
 * State that survives a reload of this tab: what somebody has typed and not submitted. `null` forgets it.
 * Values must be plain JSON; one that cannot be read is taken for none. The third forgets what is on disk since it was `sent`,
 * field by field, and tells whether nothing is left: what was typed meanwhile stays.
 */
export function useKeptState<T extends object>(
  key: string,
): [T | null, (value: T | null) => void, (sent: T) => boolean] {
  const storageKey = `yantao.draft.${key}`;
  const [value, setValue] = useState<T | null>(() => read<T>(storageKey));
  const keep = useCallback(
    (next: T | null) => {
      if (next === null) tabStorage.removeItem(storageKey);
      else tabStorage.setItem(storageKey, JSON.stringify(next));
      setValue(next);
    },
    [storageKey],
  );
  const forgetSent = useCallback(
    (sent: T) => {
      const kept = Object.entries(read<T>(storageKey) ?? {});
      const rest = kept.filter(([name, typed]) => sent[name as keyof T] !== typed);
      keep(rest.length === 0 ? null : (Object.fromEntries(rest) as T));
      return rest.length === 0;
    },
    [storageKey, keep],
  );
  return [value, keep, forgetSent];
}

function read<T>(storageKey: string): T | null {
  try {
    return JSON.parse(tabStorage.getItem(storageKey) ?? "null") as T | null;
  } catch {
    return null;
  }
}
