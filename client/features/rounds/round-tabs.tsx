import { Button } from "@mantine/core";
import type { MouseEventHandler } from "react";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import styles from "./rounds.module.css";
import { useRoundWords } from "./use-round-words.ts";
import type { Round } from "./use-rounds.ts";

interface Props {
  readonly rounds: readonly Round[];
  readonly open: Round;
  readonly onOpen: (roundId: string) => void;
  readonly onAdd?: MouseEventHandler;
}

const TONES: Record<Round["status"], TagTone> = { planned: "plain", running: "live", ended: "done" };

/** The rounds in their order, and the way to one more. */
export function RoundTabs({ rounds, open, onOpen, onAdd }: Props) {
  const words = useRoundWords();
  return (
    <nav className={styles.tabs} aria-label={words.tabs}>
      <ul>
        {rounds.map(({ roundId, name, status }) => (
          <li key={roundId}>
            <button
              type="button"
              className={styles.tab}
              aria-current={roundId === open.roundId ? "true" : undefined}
              onClick={() => onOpen(roundId)}
            >
              {name} <Tag tone={TONES[status]}>{words.status[status]}</Tag>
            </button>
          </li>
        ))}
      </ul>
      {onAdd !== undefined && (
        <Button variant="default" size="compact-sm" onClick={onAdd}>
          {words.add}
        </Button>
      )}
    </nav>
  );
}
