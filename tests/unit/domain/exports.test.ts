import { describe, expect, test } from "vitest";
import { printedHead } from "../../../shared/domain/exports/printed-head.ts";
import { exportRecordId } from "../../../shared/domain/exports/records.ts";
import { lanes } from "../../../shared/domain/lanes.ts";
import { can } from "../../../shared/domain/rights.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import type { Role } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, namedId, personId, play, sampleSession } from "../../support/sample/sample-session.ts";

type Who = Role | "organiser";
type Move = readonly [Who, Command];

const HASHES = (seq: number) => String(seq % 10).repeat(64);

function given(from: SessionState, ...moves: readonly Move[]): SessionState {
  return play(
    moves.map(([who, command]) => ({ actor: actor(who), command })),
    from,
  );
}

let takings = 0;
/** A file taken that was made from `seq`. */
function taking(
  state: SessionState,
  who: Who,
  part: { file?: string; unit?: string; seq?: number } = {},
): Move {
  takings += 1;
  const seq = part.seq ?? printedHead(state, HASHES(state.head)).seq;
  return [
    who,
    {
      type: "export.record",
      exportId: namedId(`taking-${takings}`),
      file: part.file ?? "minutes.docx",
      unit: part.unit ?? null,
      bytes: 1024,
      sha256: "a".repeat(64),
      madeFrom: { seq, hash: HASHES(seq) },
    },
  ];
}

function said(state: SessionState, [who, command]: Move): string {
  const verdict = judged(command, state, { actor: actor(who), now: 9_000 });
  return verdict.ok ? "done" : verdict.refusal.code;
}

const NAMED: Move = ["organiser", { type: "session.update", settings: { exportsBy: "named" } }];
const EXPORTER: Move = [
  "organiser",
  { type: "person.update", personId: personId("recorder"), duties: ["recorder", "exporter"] },
];
const LOOKER_ON: Move = [
  "organiser",
  { type: "person.update", personId: personId("finance"), duties: ["exporter"] },
];
const PARTIES = ["organiser", "moderator", "recorder", "helper", "finance", "asker", "observer"] as const;

function exporters(state: SessionState): Who[] {
  return PARTIES.filter((who) => can(actor(who), { type: "documents.export" }, state));
}

describe("[X16] who may take files", () => {
  test("staff, or of them those alone who are named; the organiser always", () => {
    const session = sampleSession();
    expect(exporters(session)).toEqual(["organiser", "moderator", "recorder", "helper"]);
    const named = given(session, NAMED);
    expect(exporters(named)).toEqual(["organiser"]);
    expect(exporters(given(named, EXPORTER, LOOKER_ON))).toEqual(["organiser", "recorder"]);
    const readers = PARTIES.filter((who) => can(actor(who), { type: "documents.read" }, named));
    expect(readers).toEqual(["organiser", "moderator", "recorder", "helper"]);
  });

  test("a unit's people take their own unit's ledger whatever it says, the organiser alone the archive", () => {
    const named = given(sampleSession(), NAMED, EXPORTER);
    expect(said(named, taking(named, "finance", { file: "ledger.xlsx", unit: "市财政局" }))).toBe("done");
    for (const unit of ["市商务局", undefined])
      expect(said(named, taking(named, "finance", { file: "ledger.xlsx", ...(unit && { unit }) }))).toBe(
        "forbidden",
      );
    expect(said(named, taking(named, "finance", { unit: "市财政局" }))).toBe("forbidden");
    expect(said(named, taking(named, "moderator", { file: "ledger.csv" }))).toBe("forbidden");
    expect(said(named, taking(named, "recorder", { file: "ledger.csv" }))).toBe("done");
    expect(said(named, taking(named, "recorder", { file: "archive.zip" }))).toBe("forbidden");
    expect(said(named, taking(named, "organiser", { file: "archive.zip" }))).toBe("done");
  });
});

describe("[X17] what is recorded", () => {
  test("who took what, for staff, in a sealed session as well", () => {
    const sealed = given(sampleSession(), ["organiser", { type: "session.seal" }]);
    const move = taking(sealed, "recorder");
    const state = given(sealed, move);
    const [record] = [...state.all("export")];
    expect(record).toMatchObject({
      file: "minutes.docx",
      bytes: 1024,
      sha256: "a".repeat(64),
      takenBy: personId("recorder"),
    });
    if (record === undefined) throw new Error("nothing recorded");
    expect(record.id).toBe(exportRecordId(record.exportId));
    expect(lanes(record, state).map(([lane]) => lane)).toEqual(["staff"]);
    expect(said(state, move)).toBe("id_taken");
  });

  test("the last hundred stay records", () => {
    let state = sampleSession();
    for (let times = 0; times <= LIMITS.exportsKept; times += 1)
      state = given(state, taking(state, "organiser"));
    expect([...state.all("export")]).toHaveLength(LIMITS.exportsKept);
    const first = namedId(`taking-${takings - LIMITS.exportsKept}`);
    expect(state.get(exportRecordId(first))).toBeUndefined();
    expect(state.get(exportRecordId(namedId(`taking-${takings}`)))).toBeDefined();
  });

  test("documents print the head of the last change, however many files were taken since", () => {
    let state = sampleSession();
    const { head } = state;
    const hash = HASHES(head);
    for (let times = 0; times < LIMITS.exportsKept + 5; times += 1) {
      expect(printedHead(state, HASHES(state.head))).toEqual({ seq: head, hash });
      state = given(state, taking(state, "organiser"));
    }
    const changed = given(state, ["organiser", { type: "session.update", title: "另一个标题" }]);
    expect(printedHead(changed, HASHES(changed.head)).seq).toBe(changed.head);
    const again = given(changed, taking(changed, "moderator"));
    expect(printedHead(again, HASHES(again.head)).seq).toBe(changed.head);
  });

  test("two made from one head leave it; what came about meanwhile is printed from the next row on", () => {
    const session = sampleSession();
    const { head } = session;
    const twice = given(session, taking(session, "organiser"), taking(session, "moderator", { seq: head }));
    expect(printedHead(twice, HASHES(twice.head)).seq).toBe(head);
    const meanwhile = given(
      session,
      ["organiser", { type: "session.update", title: "另一个标题" }],
      taking(session, "organiser", { seq: head }),
    );
    const own = { seq: meanwhile.head, hash: HASHES(meanwhile.head) };
    expect(printedHead(meanwhile, own.hash)).toEqual(own);
    const later = given(meanwhile, taking(meanwhile, "organiser"));
    expect(printedHead(later, HASHES(later.head))).toEqual(own);
  });
});
