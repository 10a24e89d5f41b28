import type { Actor } from "../../../../shared/domain/actor.ts";
import { LEDGER_IMPORT_RECORD_ID } from "../../../../shared/domain/followups/records.ts";
import { speaksFor } from "../../../../shared/domain/people/standing.ts";
import { type Moves, UNITS } from "./scene.ts";

/** What is done in the ledger. */
export const ledger: Moves = ({ random, state, moderator, text }) => {
  const followups = [...state.all("followup")];
  if (followups.length === 0) return [];
  const { followupId } = random.pick(followups);
  const row = state.find("followup", `followup:${followupId}`);
  const people = [...state.all("person")];
  const lead = people.find((person) => speaksFor(person, row?.leadUnit ?? null));
  const worker: Actor = lead === undefined ? moderator : { kind: "person", personId: lead.personId };
  return [
    () => ({
      actor: moderator,
      command: {
        type: "followup.update",
        followupId,
        gist: text("gist"),
        leadUnit: random.pick(UNITS),
        personInCharge: text("incharge"),
      },
    }),
    () => ({
      actor: worker,
      command: { type: "followup.progress", followupId, entryId: random.id(), text: text("progress") },
    }),
    () => ({ actor: worker, command: { type: "followup.finish", followupId, evidence: text("evidence") } }),
    () => ({ actor: moderator, command: { type: "followup.clear", followupId, reason: text("clear") } }),
    () => ({
      actor: worker,
      command: {
        type: "ledger.import",
        importId: random.id(),
        rows: [
          {
            followupId,
            rev: row?.rev ?? 0,
            steps: [
              { type: "followup.progress", followupId, entryId: random.id(), text: text("returned") },
              { type: "followup.finish", followupId, evidence: text("evidence") },
            ],
          },
        ],
      },
    }),
    () => ({
      actor: moderator,
      command: {
        type: "ledger.withdraw",
        importId: state.find("ledgerImport", LEDGER_IMPORT_RECORD_ID)?.importId ?? random.id(),
      },
    }),
    () => ({ actor: moderator, command: { type: "followup.reopen", followupId, reason: text("reopen") } }),
  ];
};
