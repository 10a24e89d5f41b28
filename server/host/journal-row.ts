import { createHash } from "node:crypto";
import { NOBODY } from "../../shared/domain/actor.ts";
import { kindInId } from "../../shared/domain/kinds.ts";
import type { Patch } from "../../shared/domain/patches.ts";
import { type Command, specOf } from "../../shared/protocol/commands/command.ts";
import type { JournalRow } from "../ports/journal.ts";

export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly commandId: string;
  readonly command: Command;
  readonly patches: readonly Patch[];
}

/** The row for an entry, chained to `prevHash`, without what belongs to the roster alone. */
export function journalRow(entry: Entry, prevHash: string): JournalRow {
  const row = {
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor,
    commandId: entry.commandId,
    command: JSON.stringify(impersonalCommand(entry)),
    patches: JSON.stringify(entry.patches.map(impersonalPatch)),
    prevHash,
  };
  return { ...row, hash: rowHash(row) };
}

/** SHA-256 over the row before and everything this row says; changing, dropping or moving a row breaks the chain. */
export function rowHash(row: Omit<JournalRow, "hash">): string {
  const said = JSON.stringify([
    row.prevHash,
    row.seq,
    row.at,
    row.actor,
    row.commandId,
    row.command,
    row.patches,
  ]);
  return createHash("sha256").update(said).digest("hex");
}

function impersonalCommand({ command, actor }: Entry): unknown {
  const { personal } = specOf(command);
  return withoutDeep(command, actor === NOBODY ? [...personal, "askerId"] : personal);
}

function impersonalPatch(patch: Patch): Patch {
  if (patch.op === "remove") return patch;
  const { personal } = kindInId(patch.id);
  return personal.length === 0 ? patch : { ...patch, fields: without(patch.fields, personal) };
}

/** `value` without the fields of these names, at whatever depth they stand. */
function withoutDeep(value: unknown, names: readonly string[]): unknown {
  if (names.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withoutDeep(one, names));
  const kept = Object.entries(without(value, names));
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutDeep(one, names)]));
}

/** A record as far as the journal has it. */
export function impersonalRecord<R extends { readonly id: string }>(record: R): R {
  return without(record, kindInId(record.id).personal) as R;
}

function without(fields: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
