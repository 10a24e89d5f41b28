import { Button, Popover } from "@mantine/core";
import { isRefused } from "../../sync/outbox.ts";
import type { OutboxEntry } from "../../sync/outbox-storage.ts";
import { useMessages } from "../../ui/language.tsx";
import { UnsentEntry } from "../outbox/unsent-entry.tsx";
import { useQuietOutbox } from "../outbox/use-unsent.ts";
import styles from "./outbox-menu.module.css";

/** What has not reached the server, and what it refused: nothing typed is lost without its author knowing. */
export function OutboxMenu() {
  const { common } = useMessages();
  const entries = useQuietOutbox();
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
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.commandId} className={styles.entry}>
            <UnsentEntry entry={entry} as="listed" />
          </li>
        ))}
      </ul>
    </section>
  );
}
