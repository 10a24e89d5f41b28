import { createHash } from "node:crypto";
import { NOBODY } from "../../shared/domain/actor.ts";
import { FOLLOWUP_PERSONAL_FIELDS } from "../../shared/domain/followups/records.ts";
import type { Patch } from "../../shared/domain/patches.ts";
import { PERSONAL_FIELDS } from "../../shared/domain/people/records.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
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

function impersonalCommand({ command, actor }: Entry): object {
  switch (command.type) {
    case "roster.import":
      return { ...command, people: command.people.map((person) => without(person, PERSONAL_FIELDS)) };
    case "person.update":
      return without(command, PERSONAL_FIELDS);
    case "followup.update":
      return without(command, FOLLOWUP_PERSONAL_FIELDS);
    case "question.ask":
      return actor === NOBODY ? without(command, ["askerId"]) : command;
    default:
      return command;
  }
}

function impersonalPatch(patch: Patch): Patch {
  if (patch.op === "remove") return patch;
  const personal = personalFieldsOf(patch.id);
  return personal.length === 0 ? patch : { ...patch, fields: without(patch.fields, personal) };
}

/** The fields of a record that the journal leaves out. */
export function personalFieldsOf(recordId: string): readonly string[] {
  if (recordId.startsWith("person:")) return PERSONAL_FIELDS;
  return recordId.startsWith("followup:") ? FOLLOWUP_PERSONAL_FIELDS : [];
}

/** A record as far as the journal has it. */
export function impersonalRecord<R extends { readonly id: string }>(record: R): R {
  return without(record, personalFieldsOf(record.id)) as R;
}

function without(fields: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
