import { useCallback, useState } from "react";
import { tabStorage } from "../../sync/browser-storage.ts";

/**
 * State that survives a reload of this tab: what somebody has typed and not submitted. `null` forgets it.
 * Values must be plain JSON; one that cannot be read is taken for none.
 */
export function useKeptState<T extends object>(key: string): [T | null, (value: T | null) => void] {
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
  return [value, keep];
}

function read<T>(storageKey: string): T | null {
  try {
    return JSON.parse(tabStorage.getItem(storageKey) ?? "null") as T | null;
  } catch {
    return null;
  }
}
