import type { CommandOf } from "../../protocol/commands/command.ts";
import type { documentCommands } from "../../protocol/commands/documents.ts";
import { TITLE_KEY } from "../../protocol/document-names.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, remove } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { redHeadWith, setupIn } from "./arranging.ts";
import { documentEditRecordId, documentSetupRecordId } from "./records.ts";

function arrangeDocument(command: CommandOf<"document.arrange">, { state }: Acting): Result<Patch[]> {
  const { name, redHead, grouping, namesAskers, disclosure, sections, hide = [], show = [] } = command;
  const known = setupIn(state, name);
  const shown = new Set(show);
  const hidden = [...new Set([...known.hidden, ...hide])].filter((key) => !shown.has(key));
  if (hidden.length > LIMITS.documentSectionsMax) return refuse("too_many_sections");
  const setup = {
    redHead: redHead === undefined ? known.redHead : redHeadWith(known.redHead, redHead),
    grouping: grouping ?? known.grouping,
    namesAskers: namesAskers ?? known.namesAskers,
    disclosure: disclosure ?? known.disclosure,
    sections: sections === undefined ? known.sections : [...new Set(sections)],
    hidden,
  };
  if (JSON.stringify(setup) === JSON.stringify(known)) return done([]);
  return done([put("documentSetup", documentSetupRecordId(name), { documentName: name, ...setup })]);
}

function editDocument(command: CommandOf<"document.edit">, { state, by, now }: Acting): Result<Patch[]> {
  const { name, key, source, text, was } = command;
  if (key === TITLE_KEY && text === "") return refuse("text_empty");
  const id = documentEditRecordId(name, key);
  const known = state.find("documentEdit", id);
  if ((known?.text ?? null) !== was) return refuse("edit_changed");
  if (known !== undefined && known.source === source && known.text === text) return done([]);
  if (known === undefined && [...state.all("documentEdit")].length >= LIMITS.documentEditsMax)
    return refuse("too_many_edits");
  return done([
    put("documentEdit", id, { documentName: name, key, source, text, editedBy: by, editedAt: now }),
  ]);
}

function restoreDocument({ name, key }: CommandOf<"document.restore">, { state }: Acting): Result<Patch[]> {
  const id = documentEditRecordId(name, key);
  return done(state.get(id) === undefined ? [] : [remove(id)]);
}

export const documentJudges: Judges<keyof typeof documentCommands> = {
  "document.arrange": arrangeDocument,
  "document.edit": editDocument,
  "document.restore": restoreDocument,
};
