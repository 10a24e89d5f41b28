import { describe, expect, test } from "vitest";
import { journalRow, rowHash } from "../../../server/host/journal-row.ts";
import { GENESIS_HASH, type JournalRow } from "../../../server/ports/journal.ts";
import { CAST, ROLES } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, CREATE, IMPORT, play } from "../../support/sample/sample-session.ts";

function importRow(): JournalRow {
  const state = play([{ actor: actor("organiser"), command: CREATE }]);
  const verdict = judged(IMPORT, state, { actor: actor("organiser"), now: 5 });
  if (!verdict.ok) throw new Error(verdict.refusal.code);
  const entry = {
    seq: 2,
    at: 5,
    actor: "organiser",
    commandId: "c",
    command: IMPORT,
    patches: verdict.value,
  };
  return journalRow(entry, GENESIS_HASH);
}

describe("a journal row", () => {
  test("[H2] holds no name, unit or post of anybody on the roster", () => {
    const text = JSON.stringify(importRow());
    for (const role of ROLES) {
      expect(text).not.toContain(CAST[role].name);
      expect(text).not.toContain(CAST[role].unit);
    }
    expect(text).toContain("county");
  });

  test("[H1] changes its hash with whatever it says and with the row before", () => {
    const row = importRow();
    const changed: Partial<JournalRow>[] = [
      { seq: 3 },
      { at: 6 },
      { actor: "somebody" },
      { commandId: "d" },
      { command: `${row.command} ` },
      { patches: "[]" },
      { prevHash: "f".repeat(64) },
    ];
    expect(rowHash(row)).toBe(row.hash);
    const hashes = changed.map((fields) => rowHash({ ...row, ...fields }));
    expect(new Set([row.hash, ...hashes]).size).toBe(changed.length + 1);
  });
});
