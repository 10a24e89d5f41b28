import { useState } from "react";
import type { Pace, RehearsalChange, RehearsalReply } from "../../../shared/protocol/rehearsal.ts";
import { api } from "../../sync/api.ts";
import { useMessages } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import { showProblem } from "../../ui/undo.tsx";
import { useInterval } from "../../ui/use-interval.ts";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { isSignedOut, useOrganiserRequest } from "../organiser-frame/use-organiser-request.ts";

/** Robots act by themselves, and somebody else may press: the card asks. */
const REFRESH_MS = 3_000;

/** The rehearsal of a session as the server has it, and what can be done with it. */
export function useRehearsal(sessionId: string, signedIn: SignedIn) {
  const messages = useMessages();
  const path = `/api/sessions/${sessionId}/rehearsal`;
  const [state, again, refresh] = useOrganiserRequest<RehearsalReply>(path, signedIn);
  const [busy, setBusy] = useState(false);
  useInterval(refresh, REFRESH_MS);

  /** False where it failed, which is told. */
  const doing = async (work: Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await work;
      return true;
    } catch (error) {
      if (isSignedOut(error)) signedIn.onExpired();
      else showProblem(errorText(error, messages));
      return false;
    } finally {
      setBusy(false);
      again();
    }
  };
  return {
    state,
    again,
    busy,
    start: (pace: Pace) => doing(api.post(path, { pace }, signedIn.token)),
    change: (change: RehearsalChange) => doing(api.put(path, change, signedIn.token)),
    clear: () => doing(api.delete(path, signedIn.token)),
  };
}
