import { useCallback, useState } from "react";

const STORAGE_KEY = "yantao.declineReasons";
const KEPT_MAX = 3;

/** Reasons for declining in this machine's own words, the last used first: `[reasons, remember]`. */
export function useOwnReasons(): readonly [readonly string[], (reason: string) => void] {
  const [reasons, setReasons] = useState(read);
  const remember = useCallback((reason: string) => {
    const next = [reason, ...read().filter((known) => known !== reason)].slice(0, KEPT_MAX);
    try {
      window.localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
    } catch {
      // A full storage costs the convenience, not the act.
    }
    setReasons(next);
  }, []);
  return [reasons, remember];
}

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(STORAGE_KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((reason) => typeof reason === "string") : [];
  } catch {
    return [];
  }
}
