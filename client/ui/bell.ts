import { useCallback, useState } from "react";
import { browserStorage } from "../sync/browser-storage.ts";

const TONES_HZ = [660, 880];
const TONE_SECONDS = 0.18;
/** Soft: heard at the desk and not in the hall. */
const LOUDNESS = 0.05;

/** Two short tones, made here because nothing is fetched; a browser that forbids sound stays silent. */
export function ring(): void {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = LOUDNESS;
  gain.connect(context.destination);
  for (const [index, frequency] of TONES_HZ.entries()) {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain);
    tone.start(context.currentTime + index * TONE_SECONDS);
    tone.stop(context.currentTime + (index + 1) * TONE_SECONDS);
    if (index === TONES_HZ.length - 1) tone.onended = () => void context.close();
  }
}

/** Whether a bell rings on this machine, kept under `storageKey`; on until somebody switches it off. */
export function useBellSwitch(storageKey: string): { readonly isOn: boolean; readonly toggle: () => void } {
  const [isOn, setOn] = useState(() => browserStorage.getItem(storageKey) !== "off");
  const toggle = useCallback(() => {
    setOn(!isOn);
    try {
      browserStorage.setItem(storageKey, isOn ? "off" : "on");
    } catch {
      // A full storage costs the memory of it, not the switch.
    }
  }, [isOn, storageKey]);
  return { isOn, toggle };
}
