import { useCallback, useState } from "react";
import { browserStorage } from "../../../sync/browser-storage.ts";

const STORAGE_KEY = "yantao.shortcuts";

/** Whether letters act on questions; on until somebody switches it off on this machine. */
export function useShortcutsSetting(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => browserStorage.getItem(STORAGE_KEY) !== "off");
  const choose = useCallback((next: boolean) => {
    browserStorage.setItem(STORAGE_KEY, next ? "on" : "off");
    setOn(next);
  }, []);
  return [on, choose];
}
