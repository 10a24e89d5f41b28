import { Button } from "@mantine/core";
import { useDiscard } from "../../sync/hooks.ts";
import { isRefused } from "../../sync/outbox.ts";
import type { OutboxEntry } from "../../sync/outbox-storage.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import clamped from "../../ui/text/clamped-text.module.css";
import { StatusTag } from "../questions/status-tag.tsx";
import { commandWord, writtenIn } from "./command-words.ts";
import styles from "./unsent-entry.module.css";

interface Props {
  readonly entry: OutboxEntry;
  /**
   * Among what it will be one of: a `question` by its words, then how it stands; an `answer` after how it stands; an `act` by
   * what it does. `listed` with all others, under a heading that says how they stand.
   */
  readonly as: "question" | "answer" | "act" | "listed";
  /** The id of what it is about, where the same stands for others beside it. */
  readonly about?: string | undefined;
  /** Puts a refused text back into its field; it is taken out of the outbox then. */
  readonly onTakeBack?: (() => void) | undefined;
}

/** What has not reached the server, or was refused: what it says, why it is here, and the way to take it back or let go of it. */
export function UnsentEntry({ entry, as, about, onTakeBack }: Props) {
  const { common, errors } = useMessages();
  const words = common.outbox;
  const { command, problem } = entry;
  const written = writtenIn(command);
  const because = problem === undefined ? words.goesByItself : errors[problem.code];
  const state = <StatusTag state={isRefused(entry) ? "refused" : "unsent"} />;
  const text = written !== "" && (
    <p className={as === "question" ? `${clamped.threeLines} ${styles.asked}` : styles[as]}>{written}</p>
  );
  const name = <strong>{commandWord(command, words)}</strong>;
  return (
    <>
      {as === "question" && text}
      {as === "listed" ? (
        name
      ) : (
        <p className={styles.head}>
          {as === "act" && name}
          {state}
          {as !== "act" && because}
        </p>
      )}
      {as !== "question" && text}
      {as === "act" && (
        <p className={isRefused(entry) ? styles.problem : styles.hint}>
          {problem === undefined ? because : words.refusedBecause(because)}
        </p>
      )}
      {as === "listed" && problem !== undefined && <p className={styles.problem}>{because}</p>}
      {isRefused(entry) && <RefusedActs entry={entry} as={as} about={about} onTakeBack={onTakeBack} />}
    </>
  );
}

function RefusedActs({ entry, as, about, onTakeBack }: Props) {
  const { outbox: words } = useMessages().common;
  const discard = useDiscard();
  return (
    <div className={styles.acts}>
      {onTakeBack !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          aria-describedby={about}
          onClick={singlePress(() => {
            onTakeBack();
            discard(entry.commandId);
          })}
        >
          {words.takeBack}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant={as === "listed" ? "default" : "subtle"}
        aria-describedby={about}
        onClick={singlePress(() => discard(entry.commandId))}
      >
        {words.discard}
      </Button>
    </div>
  );
}
