import { useMemo } from "react";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import { isShowable } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { hasFloor, isBegun } from "../../../../shared/domain/speaking/speech-state.ts";
import type { PointView, SpeechView } from "../../../../shared/domain/speaking/views.ts";
import type { AllMessages } from "../../../../shared/messages/zh-CN.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { questionState } from "../../questions/question-state.ts";
import { crewOf } from "../../rooms/crew.ts";
import type { StageBlock } from "../stage-sheet.tsx";
import { NOTE_LINES_MAX } from "./note-line.ts";
import { type RoomNotes, useRoomNotes } from "./use-room-notes.ts";

/** As many as a hall takes in; the room and the minutes have all. */
const QUESTIONS_MAX = 5;

/** What a group reports, out of what stands in the session. */
interface Reported {
  readonly room: RoomRecord;
  readonly rooms: readonly RoomRecord[];
  readonly people: readonly PersonView[];
  readonly speeches: readonly SpeechView[];
  readonly points: readonly PointView[];
  readonly questions: readonly QuestionView[];
  readonly notes: RoomNotes;
}

/** All that the hall is to read of what a group reports: who, the experience, what is asked most, the notes. */
export function useReportSheet(room: RoomRecord): readonly StageBlock[] {
  const messages = useAllMessages();
  const rooms = useRecords("room");
  const people = useRecords("person");
  const speeches = useRecords("speech");
  const points = useRecords("point");
  const questions = useRecords("question");
  const notes = useRoomNotes(room.roomId);
  return useMemo(
    () => reportSheet({ room, rooms, people, speeches, points, questions, notes }, messages),
    [room, rooms, people, speeches, points, questions, notes, messages],
  );
}

/** Of what staff see no more than the hall may read. */
export function reportSheet(reported: Reported, messages: AllMessages): StageBlock[] {
  const words = messages.stage.report;
  const parts = [...pointBlocks(reported, messages), ...questionBlocks(reported, messages)];
  const notes = noteBlocks(reported.notes, messages);
  const isEmpty = parts.length === 0 && notes.length === 0;
  return [
    { kind: "question", text: reported.room.name, facts: factsOf(reported, messages), isContinued: false },
    ...parts,
    ...notes,
    ...(isEmpty ? [line("empty", words.nothing)] : []),
  ];
}

/** Who leads the group, and who of it has the floor before everybody. */
function factsOf({ room, rooms, people, speeches }: Reported, { stage, rooms: words }: AllMessages): string {
  const { leaders } = crewOf(room, people, []);
  const plenary = rooms.find(({ roomKind }) => roomKind === "plenary")?.roomId;
  const members = new Set(
    people.flatMap(({ personId, roomId }) => (roomId === room.roomId ? [personId] : [])),
  );
  const speech = speeches.find((one) => one.roomId === plenary && hasFloor(one) && members.has(one.personId));
  return [
    ...(leaders.length === 0 ? [] : [words.leads(leaders)]),
    ...(speech === undefined ? [] : [stage.report.reporter(speech.speaker.name)]),
  ].join(" · ");
}

function pointBlocks({ room, speeches, points }: Reported, { speaking, stage }: AllMessages): StageBlock[] {
  const begunAt = new Map(
    speeches.filter(isBegun).map(({ speechId, startedAt }) => [speechId, startedAt] as const),
  );
  const own = points
    .filter(({ roomId, removed }) => roomId === room.roomId && !removed)
    .sort(
      (one, other) =>
        (begunAt.get(one.speechId) ?? 0) - (begunAt.get(other.speechId) ?? 0) ||
        one.order - other.order ||
        (one.pointId < other.pointId ? -1 : 1),
    );
  if (own.length === 0) return [];
  return [
    section("points", stage.report.points(own.length)),
    ...own.map(({ id, text, tag, owner, wantedBy }) => {
      const facts = [
        stage.report.owner(owner.unit, owner.name),
        ...(tag === null ? [] : [speaking.point.tags[tag]]),
        ...(wantedBy.length === 0 ? [] : [speaking.point.units(wantedBy.length)]),
      ];
      return said(id, facts.join(" · "), text);
    }),
  ];
}

function questionBlocks({ room, questions }: Reported, { common, stage }: AllMessages): StageBlock[] {
  const own = questions
    .filter((question) => question.roomId === room.roomId && isShowable(question))
    .sort((one, other) => other.support - one.support || one.askedAt - other.askedAt);
  if (own.length === 0) return [];
  const top = own.slice(0, QUESTIONS_MAX);
  return [
    section("questions", stage.report.questions(top.length, own.length)),
    ...top.map((question) => {
      const facts = [
        common.question.status[questionState(question)],
        ...(question.support > 0 ? [stage.supported(question.support)] : []),
        ...(question.leadUnit === null ? [] : [stage.lead(question.leadUnit)]),
      ];
      return said(question.id, facts.join(" · "), question.text);
    }),
  ];
}

function noteBlocks(notes: RoomNotes, { stage: { report: words } }: AllMessages): StageBlock[] {
  if (notes.status === "loading") return [line("loading", words.notesLoading)];
  if (notes.status === "refused") return [line("refused", words.notesRefused)];
  if (notes.lines.length === 0) return [];
  const lines = notes.lines.slice(0, NOTE_LINES_MAX);
  return [
    section("notes", words.notes),
    ...lines.map(({ isHeading, marker, indent, text }, at): StageBlock => {
      const look = isHeading ? "heading" : "line";
      return { kind: "note", id: `line ${at}`, look, marker, indent, text, isContinued: false };
    }),
    ...(notes.lines.length > lines.length ? [line("more", words.notesGoOn)] : []),
  ];
}

function section(id: string, text: string): StageBlock {
  return { kind: "note", id, look: "section", marker: "", indent: 0, text, isContinued: false };
}

function line(id: string, text: string): StageBlock {
  return { kind: "note", id, look: "line", marker: "", indent: 0, text, isContinued: false };
}

function said(id: string, heading: string, text: string): StageBlock {
  return { kind: "said", id, heading, text, isContinued: false };
}
