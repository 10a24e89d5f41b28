import { useState } from "react";
import { useMessages } from "../language.tsx";
import { play } from "../sound/chime.ts";
import { SHORT_MS } from "./format-countdown.ts";
import { useReached } from "./use-reached.ts";

const MARKS_MS = [300_000, SHORT_MS, 0];
/** Two tones up: a minute is left; three down: the time is up. */
const SHORT_TONES_HZ = [660, 880];
const UP_TONES_HZ = [880, 740, 587];

interface Props {
  /** What counts; another one begins anew. */
  readonly id: string;
  readonly leftMs: number;
  readonly name: string;
  /** How loud it chimes at a minute and at none, as `Chime`; 0: not at all. */
  readonly loudness: number;
}

/** Reads out at five minutes, one and none how much is left, and chimes at one and none; nothing is to be seen of it. */
export function CountdownSigns({ id, leftMs, name, loudness }: Props) {
  const { timing: words } = useMessages();
  const [said, setSaid] = useState("");
  useReached({ id, leftMs }, MARKS_MS, (markMs) => {
    const text = markMs === 0 ? words.timeUp : words.minutesLeft(markMs / 60_000);
    setSaid(words.said(name, text));
    if (loudness === 0 || markMs > SHORT_MS) return;
    play({ tonesHz: markMs === 0 ? UP_TONES_HZ : SHORT_TONES_HZ, loudness });
  });
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
