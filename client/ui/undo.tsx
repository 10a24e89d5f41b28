import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useSessionClientIfAny } from "../sync/session-provider.tsx";
import { useMessages } from "./language.tsx";

/** Long enough to read the line and decide. */
const UNDO_FOR_MS = 8_000;
/** Long enough to be read by who was looking elsewhere. */
const NOTICE_FOR_MS = 12_000;

/** What is offered to be taken back, the latest last; each as long as its notice stands. */
const offers: { readonly id: string; readonly undo: () => void }[] = [];

/**
 * Takes back what was done last; false where nothing is. `underWay`: until what was done is answered, null where it is;
 * what is not done yet cannot be taken back, and what was done before it is not what is meant.
 */
export function undoLatest(underWay: Promise<void> | null): boolean {
  if (underWay === null) return undoOffered();
  void underWay.then(undoOffered);
  return true;
}

function undoOffered(): boolean {
  const latest = offers.at(-1);
  if (latest === undefined) return false;
  notifications.hide(latest.id);
  latest.undo();
  return true;
}

/**
 * Tells what was done and offers to take it back: `(what was done, how to undo it)`; gives what hides the notice. Who leaves
 * the session is offered it no more: it would wait in the outbox and be carried out unasked.
 */
export function useUndoNotice(): (text: string, undo: () => void) => () => void {
  const { common } = useMessages();
  const session = useSessionClientIfAny();
  return useCallback(
    (text, undo) => {
      const hide = () => notifications.hide(id);
      const stopListening = session?.subscribeLeave(hide);
      const id = notifications.show({
        autoClose: UNDO_FOR_MS,
        onClose: () => {
          stopListening?.();
          const at = offers.findIndex((offer) => offer.id === id);
          if (at !== -1) offers.splice(at, 1);
        },
        message: (
          <Group justify="space-between" wrap="nowrap">
            <span>{text}</span>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                hide();
                undo();
              }}
            >
              {common.undo}
            </Button>
          </Group>
        ),
      });
      offers.push({ id, undo });
      return hide;
    },
    [common.undo, session],
  );
}

/** Tells what others did, in a line that goes by itself. */
export function showNotice(text: string): void {
  notifications.show({ autoClose: NOTICE_FOR_MS, message: text });
}

/** Tells that something went wrong, in a line that stays until it is closed. */
export function showProblem(text: string): void {
  notifications.show({ color: "flag", autoClose: false, message: text });
}
