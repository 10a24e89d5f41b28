import { NumberInput } from "@mantine/core";
import { type Dispatch, type SetStateAction, useEffect, useEffectEvent } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import styles from "./rounds.module.css";
import { useRoundWords } from "./use-round-words.ts";

/** So long a number stands before groups are made of it: the 1 of 12 would take the others away. */
const SETTLE_MS = 600;

/** What stands in the field and has not become groups yet; null where nothing does. */
export type TypedCount = number | string | null;

interface Props {
  readonly count: number;
  readonly typed: TypedCount;
  readonly onTyped: Dispatch<SetStateAction<TypedCount>>;
  /** Resolves once there are so many, or there cannot be. */
  readonly onCount: (count: number) => Promise<void>;
}

/** How many groups there are, and how many there shall be. */
export function GroupCount({ count, typed, onTyped, onCount }: Props) {
  const words = useRoundWords();
  const settle = async () => {
    if (typeof typed === "number") await onCount(typed);
    onTyped((now) => (now === typed ? null : now));
  };
  const settleLater = useEffectEvent(settle);
  useEffect(() => {
    if (typeof typed !== "number") return undefined;
    const timer = setTimeout(() => void settleLater(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <NumberInput
      className={styles.count}
      size="sm"
      aria-label={words.groupCount}
      prefix={`${words.groupCount} `}
      value={typed ?? count}
      min={1}
      max={LIMITS.roomsMax - 1}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      onChange={onTyped}
      onBlur={() => void settle()}
      onKeyDown={(event) => {
        if (event.key === "Enter") void settle();
      }}
    />
  );
}
