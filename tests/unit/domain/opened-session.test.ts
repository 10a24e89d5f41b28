import { expect, test } from "vitest";
import type { Actor } from "../../../shared/domain/actor.ts";
import { nextDue } from "../../../shared/domain/due.ts";
import { judge } from "../../../shared/domain/judge.ts";
import { can } from "../../../shared/domain/rights.ts";
import { replace, type SessionState } from "../../../shared/domain/state.ts";
import { ACCESS_TYPES, type Action } from "../../../shared/protocol/actions.ts";
import { COMMAND_TYPES, type Command } from "../../../shared/protocol/commands/command.ts";
import { ROLES } from "../../support/sample/cast.ts";
import { actor, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

const EVERYBODY: readonly Actor[] = [
  ...ROLES.map(actor),
  actor("organiser"),
  { kind: "stage" },
  { kind: "system" },
];
const READ = [
  "session.join",
  "notes.read",
  "notes.versions",
  "documents.read",
  "documents.export",
  "archive.read",
  "ledger.read",
];

function opened(state: SessionState): SessionState {
  const session = state.session();
  if (session === undefined) throw new Error("no session");
  return replace(state, { head: state.head, put: [{ ...session, openedAt: 1 }], remove: [] });
}

test("[Z8] in an opened session the organiser reads, and nobody else does anything", () => {
  const state = opened(sampleSession());
  const allowed = EVERYBODY.flatMap((one) =>
    [...ACCESS_TYPES, ...COMMAND_TYPES]
      .filter((type) => can(one, { type, roomId: ROOMS.first } as unknown as Action, state))
      .map((type) => [one.kind, type]),
  );
  expect(allowed).toEqual(READ.map((type) => ["organiser", type]));
});

test("[Z8] no command is carried out in it, whoever gives it", () => {
  const state = opened(sampleSession());
  for (const type of COMMAND_TYPES)
    for (const one of EVERYBODY) {
      const verdict = judge({ type } as unknown as Command, state, { actor: one, by: "somebody", now: 2 });
      expect([type, verdict]).toEqual([type, { ok: false, refusal: { code: "session_opened" } }]);
    }
});

test("[Z8] nothing falls due in it", () => {
  const closing: Command = { type: "room.close", roomId: ROOMS.first, graceMs: 60_000 };
  const state = play([{ actor: actor("organiser"), command: closing }], sampleSession());
  expect(nextDue(state)).not.toBeNull();
  expect(nextDue(opened(state))).toBeNull();
});
