import { asItIs, type Kind, noParents } from "../kind.ts";
import { type NotesHoldRecord, notesHoldRecordSchema } from "./records.ts";
import { type NotesHoldView, notesHoldViewSchema } from "./views.ts";

export const notesHoldKind: Kind<NotesHoldRecord, NotesHoldView> = {
  schema: notesHoldRecordSchema,
  view: notesHoldViewSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: () => [{ effect: "notes" }],
  isBroughtBack: false,
  forRights: (view) => ({ heldBy: "", heldAt: 0, ...view }),
  singleton: null,
  upgrade: asItIs,
};
