import type { PersonRecord } from "../../../shared/domain/people/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { WireError } from "../../../shared/protocol/errors.ts";
import { api } from "../../sync/api.ts";
import { useSend } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import { showProblem } from "../../ui/undo.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../organiser-frame/use-organiser-request.ts";
import type { RosterReply } from "./roster-reply.ts";

type RosterEntry = Pick<PersonRecord, "name" | "unit" | "side"> &
  Partial<Pick<PersonRecord, "order" | "post" | "duties" | "group" | "seat">>;

/** Acts on single people. Each says what went wrong by itself and resolves with whether, or what, it got. */
export interface RosterEdits {
  act(command: Command): Promise<boolean>;
  /** Several at once; what went wrong is told once, and it resolves with how many were carried out. */
  actAll(commands: readonly Command[]): Promise<number>;
  /** As `act`, of which the caller says what went wrong; null when nothing did. */
  tried(command: Command): Promise<WireError | null>;
  /** A new PIN in place of the old one; null when there is none. */
  renewPin(personId: string): Promise<string | null>;
  /** What importing one person would do, or did. */
  put(entry: RosterEntry, dryRun: boolean): Promise<RosterReply | null>;
}

export function useRosterEdits(sessionId: string, { token, onExpired }: SignedIn): RosterEdits {
  const messages = useMessages();
  const send = useSend();
  const told = async <T>(call: Promise<T>): Promise<T | null> => {
    try {
      return await call;
    } catch (error) {
      if (isSignedOut(error)) onExpired();
      else showProblem(errorText(error, messages));
      return null;
    }
  };
  const tried = async (command: Command) => {
    const reply = await send(command);
    return reply.ok ? null : reply.error;
  };
  const actAll = async (commands: readonly Command[]) => {
    const errors = (await Promise.all(commands.map(tried))).filter((error) => error !== null);
    for (const code of new Set(errors.map((error) => error.code))) showProblem(messages.errors[code]);
    return commands.length - errors.length;
  };
  return {
    tried,
    actAll,
    act: async (command) => (await actAll([command])) === 1,
    renewPin: async (personId) => {
      const path = `/api/sessions/${sessionId}/people/${personId}/pin`;
      return (await told(api.post<{ pin: string }>(path, {}, token)))?.pin ?? null;
    },
    put: (entry, dryRun) => {
      const path = `/api/sessions/${sessionId}/roster${dryRun ? "?dryRun=1" : ""}`;
      return told(api.put<RosterReply>(path, { people: [withoutBlanks(entry)] }, token));
    },
  };
}

/** A field left out says nothing; the call takes no nulls. */
function withoutBlanks(entry: RosterEntry): object {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null && value !== ""));
}
