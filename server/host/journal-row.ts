import { createHash } from "node:crypto";
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
    command: JSON.stringify(impersonalCommand(entry.command)),
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

function impersonalCommand(command: Command): object {
  if (command.type !== "roster.import") return command;
  return { ...command, people: command.people.map(withoutPersonalFields) };
}

function impersonalPatch(patch: Patch): Patch {
  if (patch.op === "remove" || !patch.id.startsWith("person:")) return patch;
  return { ...patch, fields: withoutPersonalFields(patch.fields) };
}

function withoutPersonalFields(fields: object): object {
  const rest: Record<string, unknown> = { ...fields };
  for (const field of PERSONAL_FIELDS) delete rest[field];
  return rest;
}
