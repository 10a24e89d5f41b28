import { useEffect, useRef, useState } from "react";
import { can } from "../../../../shared/domain/rights.ts";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { api } from "../../../sync/api.ts";
import { useConnection, useDiscard, useOutbox, useSend } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { errorText } from "../../../ui/states/error-state.tsx";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../../organiser-frame/use-organiser-request.ts";
import { leftForLedger } from "./seal-outlook.ts";

export const SEAL_STEPS = ["seal", "ledger", "notes", "documents"] as const;
export type SealStepName = (typeof SEAL_STEPS)[number];

/** How far sealing has come: `step` is under way, or where it stopped and why. */
export type Sealing =
  | { readonly status: "asking" }
  | { readonly status: "running"; readonly step: SealStepName }
  | { readonly status: "stopped"; readonly step: SealStepName; readonly reason: string }
  | { readonly status: "done" };

/** A file the server made, as it is saved. */
export interface MadeFile {
  readonly blob: Blob;
  readonly fileName: string;
}

export interface SealWork {
  readonly sealing: Sealing;
  /** The summary, once it is made. */
  readonly file: MadeFile | null;
  /** Begins, or goes on from the step that stopped. */
  readonly run: () => void;
  /** Takes the command back that waits for a line; null where none does. */
  readonly takeBack: (() => void) | null;
}

/**
 * Seals, and looks whether it is done: whether every question left open has its row of the ledger, whether no room's notes take
 * words any more, whether the server makes the summary of it.
 */
export function useSealing({ token, onExpired }: SignedIn): SealWork {
  const messages = useAllMessages();
  const words = messages.organiser.seal.work;
  const { sessionId, store } = useSessionClient();
  const send = useSend();
  const discard = useDiscard();
  const isOnline = useConnection().status === "online";
  const unsent = useOutbox().find(({ command }) => command.type === "session.seal");
  const [sealing, setSealing] = useState<Sealing>({ status: "asking" });
  const [file, setFile] = useState<MadeFile | null>(null);
  const latestRun = useRef(0);
  /** There was a line since it was confirmed: the command may have reached the server. */
  const mayBeSent = useRef(false);
  useEffect(() => {
    if (isOnline) mayBeSent.current = true;
  }, [isOnline]);

  /** Each does its step, and says why it is not done; null where it is. */
  const steps: Record<SealStepName, () => Promise<string | null>> = {
    seal: async () => {
      const isSealed = () => store.record("session", SESSION_RECORD_ID)?.status === "sealed";
      if (isSealed()) return null;
      const reply = await send({ type: "session.seal" });
      return reply.ok || isSealed() ? null : messages.errors[reply.error.code];
    },
    ledger: async () => {
      const content = { questions: store.records("question"), followups: store.records("followup") };
      const missing = leftForLedger(content).length;
      return missing === 0 ? null : words.ledgerMissing(missing);
    },
    notes: async () => {
      const writable = store.records("room").filter(({ roomId }) => {
        return can({ kind: "organiser" }, { type: "notes.write", roomId }, store.stateForRights());
      });
      return writable.length === 0 ? null : words.notesOpen(writable.length);
    },
    documents: async () => {
      try {
        setFile(await api.download(`/api/sessions/${sessionId}/documents/minutes.docx`, token));
        return null;
      } catch (error) {
        if (isSignedOut(error)) onExpired();
        return errorText(error, messages);
      }
    },
  };

  const run = async () => {
    latestRun.current += 1;
    const own = latestRun.current;
    mayBeSent.current = isOnline;
    const from = sealing.status === "stopped" ? SEAL_STEPS.indexOf(sealing.step) : 0;
    for (const step of SEAL_STEPS.slice(from)) {
      setSealing({ status: "running", step });
      const reason = await steps[step]();
      // Taken back meanwhile.
      if (own !== latestRun.current) return;
      if (reason !== null) {
        setSealing({ status: "stopped", step, reason });
        return;
      }
    }
    setSealing({ status: "done" });
  };
  const takeBack = (commandId: string) => {
    latestRun.current += 1;
    discard(commandId);
    setSealing({ status: "asking" });
  };
  return {
    sealing,
    file,
    run: () => void run(),
    // Once there is a line it is on its way.
    takeBack: unsent === undefined || isOnline || mayBeSent.current ? null : () => takeBack(unsent.commandId),
  };
}
