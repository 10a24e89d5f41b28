import { asItIs, type Kind, noAccess } from "../kind.ts";
import { personRecordId } from "../people/records.ts";
import { roomRecordId } from "../rooms/records.ts";
import {
  type FloorRecord,
  floorRecordSchema,
  type PointRecord,
  pointRecordSchema,
  type SpeechRecord,
  speechRecordId,
  speechRecordSchema,
} from "./records.ts";
import {
  floorViewSchema,
  type PointView,
  pointViewSchema,
  type SpeechView,
  speechViewSchema,
} from "./views.ts";

export const speechKind: Kind<SpeechRecord, SpeechView> = {
  schema: speechRecordSchema,
  view: speechViewSchema,
  parents: ({ roomId, personId }) => [roomRecordId(roomId), personRecordId(personId)],
  followsParents: true,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: ({ speaker: _speaker, gist = null, ...view }) => ({ ...view, gist }),
  singleton: null,
  upgrade: asItIs,
};

export const pointKind: Kind<PointRecord, PointView> = {
  schema: pointRecordSchema,
  view: pointViewSchema,
  parents: ({ speechId, personId, wanters }) => [
    speechRecordId(speechId),
    ...[...new Set([personId, ...wanters])].map(personRecordId),
  ],
  followsParents: true,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: ({ owner: _owner, wantedBy: _wantedBy, ...view }) => ({ ...view, wanters: [] }),
  singleton: null,
  upgrade: asItIs,
};

export const floorKind: Kind<FloorRecord> = {
  schema: floorRecordSchema,
  view: floorViewSchema,
  parents: ({ roomId }) => [roomRecordId(roomId)],
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: null,
  upgrade: asItIs,
};
