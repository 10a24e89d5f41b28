import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { useConnection } from "../../sync/hooks.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./agenda.module.css";
import { faultOf, outlookOf } from "./outlook.ts";
import { useAgenda } from "./use-agenda.ts";
import { useAgendaActs } from "./use-agenda-acts.ts";
import { useAgendaWords } from "./use-agenda-words.ts";

/** Where one is about to go: an item by its id, or the end. */
export type AgendaTarget = string | "end";

interface Props {
  readonly target: AgendaTarget | null;
  readonly onClose: () => void;
}

/** What going to another item will do to everybody, to be confirmed. Closed while there is no target. */
export function AdvanceDialog({ target, onClose }: Props) {
  const words = useAgendaWords().confirm;
  const { items } = useAgenda();
  const item = items.find(({ itemId }) => itemId === target) ?? null;
  const isOpen = target !== null && (target === "end" || item !== null);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={item === null ? words.titleEnd : words.title(item.title)}
      size={460}
    >
      {isOpen && <Confirm key={target} target={target} onClose={onClose} />}
    </Modal>
  );
}

function Confirm({ target, onClose }: Props) {
  const { common, errors } = useMessages();
  const words = useAgendaWords();
  const { items, current } = useAgenda();
  const acts = useAgendaActs();
  const { store } = useSessionClient();
  const isOnline = useConnection().status === "online";
  const [busy, setBusy] = useState(false);
  // What one has read is what is done: whoever else goes on meanwhile is told of, and not gone past.
  const [from] = useState(current);
  const item = items.find(({ itemId }) => itemId === target) ?? null;
  const state = store.stateForRights();
  const fault = faultOf(item, state);
  const go = async () => {
    setBusy(true);
    await acts.advance(from, item);
    onClose();
  };
  return (
    <div className={styles.confirm}>
      {fault === null ? (
        <>
          <p>{words.confirm.lead}</p>
          <ul>
            {outlookOf(item, state, words.confirm).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        <p role="alert">{errors[fault]}</p>
      )}
      {!isOnline && <p className={styles.hint}>{words.panel.offline}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button
          data-autofocus
          loading={busy}
          disabled={!isOnline || fault !== null}
          onClick={singlePress(go)}
        >
          {words.confirm.go}
        </Button>
      </Group>
    </div>
  );
}
