import { Button, Popover } from "@mantine/core";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useDiscard, useOutbox } from "../../sync/hooks.ts";
import { isRefused } from "../../sync/outbox.ts";
import type { OutboxEntry } from "../../sync/outbox-storage.ts";
import { useMessages } from "../../ui/language.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import styles from "./outbox-menu.module.css";

/** A command on its way is nobody's business until it takes longer than this. */
const QUIET_MS = 800;

/** What has not reached the server, and what it refused: nothing typed is lost without its author knowing. */
export function OutboxMenu() {
  const { common } = useMessages();
  const entries = useSettled(useOutbox(), QUIET_MS, (list) => list.length === 0);
  const refused = entries.filter(isRefused);
  const waiting = entries.length - refused.length;
  if (entries.length === 0) return null;
  return (
    <Popover width={420} position="bottom-end" shadow="md" trapFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" size="compact-sm" className={styles.button}>
          {refused.length > 0
            ? common.connection.refusedCount(refused.length)
            : common.connection.unsent(waiting)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {waiting > 0 && (
          <Entries title={common.outbox.title} entries={entries.filter((e) => !isRefused(e))} />
        )}
        {waiting > 0 && <p className={styles.hint}>{common.outbox.waiting}</p>}
        {refused.length > 0 && <Entries title={common.outbox.refused} entries={refused} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Entries({ title, entries }: { title: string; entries: readonly OutboxEntry[] }) {
  const { common, errors } = useMessages();
  const discard = useDiscard();
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.commandId} className={styles.entry}>
            <strong>{common.outbox.kinds[kindOf(entry.command)]}</strong>
            {"text" in entry.command && entry.command.text !== null && (
              <p className={styles.text}>{entry.command.text}</p>
            )}
            {entry.problem !== undefined && <p className={styles.problem}>{errors[entry.problem.code]}</p>}
            {isRefused(entry) && (
              <Button variant="default" size="compact-sm" onClick={() => discard(entry.commandId)}>
                {common.outbox.discard}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindOf(command: Command): "question" | "answer" | "other" {
  if (command.type === "question.ask") return "question";
  return command.type === "answer.post" || command.type === "answer.edit" ? "answer" : "other";
}
