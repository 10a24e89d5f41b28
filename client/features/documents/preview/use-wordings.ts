import { useCallback, useMemo } from "react";
import type { DocumentEditRecord } from "../../../../shared/domain/documents/records.ts";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { useOutbox, useRecords, useSend } from "../../../sync/hooks.ts";
import { isRefused } from "../../../sync/outbox.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { showProblem, useUndoNotice } from "../../../ui/undo.tsx";

/** How one place is to be worded: what was built there, and what is to stand there; null: what is built. */
export interface Wording {
  readonly key: string;
  readonly source: string;
  readonly text: string | null;
  /** The wording that whoever words it knows of. */
  readonly was: string | null;
}

export interface Wordings {
  /** By key, as the server has them. */
  readonly known: ReadonlyMap<string, DocumentEditRecord>;
  /** By key, what is on its way: a text, or null for what is built there. */
  readonly underWay: ReadonlyMap<string, string | null>;
  /** Resolves with whether it was taken; says so where it was not. */
  readonly word: (wording: Wording) => Promise<boolean>;
}

/** The wordings of a document, and the way to change them. */
export function useWordings(name: DocumentName, onDone: (key: string) => void): Wordings {
  const records = useRecords("documentEdit");
  const outbox = useOutbox();
  const send = useSend();
  const undoNotice = useUndoNotice();
  const { errors, preview } = useAllMessages();
  const { done } = preview;
  const known = useMemo(
    () => new Map(records.filter(({ documentName }) => documentName === name).map((one) => [one.key, one])),
    [records, name],
  );
  const underWay = useMemo(() => {
    const texts = new Map<string, string | null>();
    for (const entry of outbox) {
      const { command } = entry;
      if (isRefused(entry)) continue;
      if (command.type === "document.edit" && command.name === name) texts.set(command.key, command.text);
      if (command.type === "document.restore" && command.name === name) texts.set(command.key, null);
    }
    return texts;
  }, [outbox, name]);
  const sendOne = useCallback(
    async ({ key, source, text, was }: Wording) => {
      const reply = await send(
        text === null
          ? { type: "document.restore", name, key }
          : { type: "document.edit", name, key, source, text, was },
      );
      if (!reply.ok) showProblem(errors[reply.error.code]);
      onDone(key);
      return reply.ok;
    },
    [send, name, errors, onDone],
  );
  const word = useCallback(
    async (wording: Wording) => {
      const { key, text, was } = wording;
      const before = known.get(key);
      const isTaken = await sendOne(wording);
      if (isTaken) {
        const told = text === null ? done.restored : text === "" ? done.leftOut : done.saved;
        const source = before?.source ?? wording.source;
        undoNotice(told, () => void sendOne({ key, source, text: was, was: text }));
      }
      return isTaken;
    },
    [known, sendOne, undoNotice, done],
  );
  return { known, underWay, word };
}
