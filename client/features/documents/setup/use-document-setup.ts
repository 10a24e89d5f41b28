import { useMemo } from "react";
import {
  DEFAULT_DOCUMENT_SETUP,
  type DocumentSetup,
  documentSetupRecordId,
} from "../../../../shared/domain/documents/records.ts";
import type { CommandOf } from "../../../../shared/protocol/commands/command.ts";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { useRecord } from "../../../sync/hooks.ts";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { useAct } from "../../acting/use-act.ts";

export type SetupChange = Omit<CommandOf<"document.arrange">, "type" | "name">;

/** How a document is set up, as all staff have it. */
export function useDocumentSetup(name: DocumentName): DocumentSetup {
  return useRecord("documentSetup", documentSetupRecordId(name)) ?? DEFAULT_DOCUMENT_SETUP;
}

/** Changes how a document is set up, and offers to take it back; resolves with whether it was taken. */
export type ArrangeDocument = (done: string, change: SetupChange, undo: SetupChange) => Promise<boolean>;

export function useArrangeDocument(name: DocumentName, onArranged: () => void): ArrangeDocument {
  const act = useAct();
  const undoNotice = useUndoNotice();
  return useMemo(
    () => async (done, change, undo) => {
      const arrange = async (what: SetupChange) => {
        const isTaken = await act({ type: "document.arrange", name, ...what });
        if (isTaken) onArranged();
        return isTaken;
      };
      const isTaken = await arrange(change);
      if (isTaken) undoNotice(done, () => void arrange(undo));
      return isTaken;
    },
    [act, undoNotice, name, onArranged],
  );
}
