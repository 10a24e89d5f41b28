import { asItIs, type Kind, noAccess, noParents } from "../kind.ts";
import {
  AGENDA_RECORD_ID,
  type AgendaItemRecord,
  type AgendaRecord,
  agendaItemRecordSchema,
  agendaRecordSchema,
} from "./records.ts";
import { type AgendaView, agendaViewSchema } from "./views.ts";

export const agendaKind: Kind<AgendaRecord, AgendaView> = {
  schema: agendaRecordSchema,
  view: agendaViewSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: (view) => ({ step: null, ...view }),
  singleton: { id: AGENDA_RECORD_ID, begin: null },
  upgrade: asItIs,
};

export const agendaItemKind: Kind<AgendaItemRecord> = {
  schema: agendaItemRecordSchema,
  view: agendaItemRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: ["ledBy"],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};
