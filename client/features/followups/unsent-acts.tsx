import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { UnsentEntry } from "../outbox/unsent-entry.tsx";
import { useUnsent } from "../outbox/use-unsent.ts";
import styles from "./followup-drawer.module.css";

export type FollowupCommand = Extract<Command, { followupId: string }>;

interface Props {
  readonly followupId: string;
  /** What puts the words of a refused act back into their field; undefined for an act without such a field. */
  readonly takeBackOf: (command: FollowupCommand) => (() => void) | undefined;
}

/** Acts on this row that have not reached the server, and those it refused, with its sentence. */
export function UnsentActs({ followupId, takeBackOf }: Props) {
  const { followups: words } = useAllMessages();
  const acts = useUnsent(isFollowupAct).filter(({ command }) => command.followupId === followupId);
  if (acts.length === 0) return null;
  return (
    <section aria-label={words.unsentLabel}>
      <ul className={styles.entries}>
        {acts.map((entry) => (
          <li key={entry.commandId} className={styles.entry}>
            <UnsentEntry entry={entry} as="act" onTakeBack={takeBackOf(entry.command)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isFollowupAct(command: Command): command is FollowupCommand {
  return "followupId" in command;
}
