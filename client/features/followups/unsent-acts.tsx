import { Button, Group } from "@mantine/core";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useDiscard, useOutbox } from "../../sync/hooks.ts";
import { isRefused } from "../../sync/outbox.ts";
import type { OutboxEntry } from "../../sync/outbox-storage.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import styles from "./followup-drawer.module.css";

/** What is acknowledged within this time never shows as unsent. */
const QUIET_MS = 800;

export type FollowupCommand = Extract<Command, { followupId: string }>;

interface Props {
  readonly followupId: string;
  /** Puts what a refused act said back into its field. */
  readonly onTakeBack: (command: FollowupCommand) => void;
}

/** Acts on this row that have not reached the server, and those it refused, with its sentence. */
export function UnsentActs({ followupId, onTakeBack }: Props) {
  const { common, errors, followups: words } = useMessages();
  const discard = useDiscard();
  const outbox = useSettled(useOutbox(), QUIET_MS, hurries);
  const acts = outbox.flatMap((entry) => {
    const command = followupCommand(entry.command);
    return command?.followupId === followupId ? [{ entry, command }] : [];
  });
  if (acts.length === 0) return null;
  return (
    <section aria-label={words.unsent.label}>
      <ul className={styles.entries}>
        {acts.map(({ entry, command }) => (
          <li key={entry.commandId} className={styles.entry}>
            <p className={styles.entryHead}>
              <strong>{words.unsent.kinds[command.type]}</strong>
              <Tag tone={isRefused(entry) ? "live" : "waiting"}>
                {common.question.status[isRefused(entry) ? "refused" : "unsent"]}
              </Tag>
            </p>
            {textOf(command) !== "" && <p className={styles.entryText}>{textOf(command)}</p>}
            <p className={isRefused(entry) ? styles.problem : styles.hint}>
              {entry.problem === undefined
                ? words.unsent.waiting
                : words.unsent.refused(errors[entry.problem.code])}
            </p>
            {isRefused(entry) && (
              <Group gap="xs">
                {textOf(command) !== "" && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => {
                      onTakeBack(command);
                      discard(entry.commandId);
                    }}
                  >
                    {words.unsent.takeBack}
                  </Button>
                )}
                <Button size="compact-sm" variant="subtle" onClick={() => discard(entry.commandId)}>
                  {words.unsent.discard}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A refusal is shown at once, and what has gone is gone at once. */
function hurries(entries: readonly OutboxEntry[]): boolean {
  return entries.every(isRefused);
}

function followupCommand(command: Command): FollowupCommand | undefined {
  return "followupId" in command ? command : undefined;
}

/** What the act said in words. */
export function textOf(command: FollowupCommand): string {
  switch (command.type) {
    case "followup.progress":
      return command.text;
    case "followup.finish":
      return command.evidence;
    case "followup.reopen":
      return command.reason;
    case "followup.clear":
      return command.reason ?? "";
    case "followup.update":
      return "";
  }
}
