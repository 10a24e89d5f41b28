import { useCallback, useState } from "react";
import { browserStorage } from "../../sync/browser-storage.ts";

export interface SoundSwitch {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** Whether a sound is wanted on this machine, remembered under `storageKey`; until somebody says so, as `isOnAtFirst`. */
export function useSoundSwitch(storageKey: string, isOnAtFirst: boolean): SoundSwitch {
  const [chosen, setChosen] = useState(() => browserStorage.getItem(storageKey));
  const isOn = chosen === null ? isOnAtFirst : chosen !== "off";
  const toggle = useCallback(() => {
    const next = isOn ? "off" : "on";
    setChosen(next);
    browserStorage.setItem(storageKey, next);
  }, [isOn, storageKey]);
  return { isOn, toggle };
}
