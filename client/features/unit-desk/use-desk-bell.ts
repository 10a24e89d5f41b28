import { useCallback, useEffect, useRef, useState } from "react";
import { browserStorage } from "../../sync/browser-storage.ts";
import type { Desk } from "./desk-questions.ts";

const STORAGE_KEY = "yantao.deskBell";
const TONES_HZ = [660, 880];
const TONE_SECONDS = 0.18;
/** Soft: heard at the desk and not in the hall. */
const LOUDNESS = 0.05;

/** Rings softly when something new is to be accepted or doubted; `toggle` switches it off and on for this machine. */
export function useDeskBell({ toAccept, doubted }: Desk): { isOn: boolean; toggle: () => void } {
  const [isOn, setOn] = useState(() => browserStorage.getItem(STORAGE_KEY) !== "off");
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const ids = new Set([...toAccept, ...doubted].map(({ id }) => id));
    const before = known.current;
    known.current = ids;
    // What was there when the page was opened is no news.
    if (isOn && before !== null && [...ids].some((id) => !before.has(id))) ring();
  }, [toAccept, doubted, isOn]);
  const toggle = useCallback(() => {
    setOn(!isOn);
    try {
      browserStorage.setItem(STORAGE_KEY, isOn ? "off" : "on");
    } catch {
      // A full storage costs the memory of it, not the switch.
    }
  }, [isOn]);
  return { isOn, toggle };
}

/** Two short tones, made here because nothing is fetched; a browser that forbids sound stays silent. */
function ring(): void {
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
