import type { CommandOf, CommandType } from "./commands/command.ts";

/** What somebody may want to read or do besides commands. */
export type Access =
  | { readonly type: "session.join" }
  | { readonly type: "notes.read"; readonly roomId: string }
  | { readonly type: "notes.write"; readonly roomId: string }
  /** Earlier versions: to look at, and to keep one by hand or put one back. */
  | { readonly type: "notes.versions"; readonly roomId: string }
  | { readonly type: "notes.restore"; readonly roomId: string }
  /** As they stand, on the screen. */
  | { readonly type: "documents.read" }
  /** As files to be carried away; who took which is recorded. */
  | { readonly type: "documents.export" }
  /** All that is kept of the session, in one file. */
  | { readonly type: "archive.read" }
  /** As a spreadsheet: all of it for those who may export, for a unit's people the rows of their unit. */
  | { readonly type: "ledger.read" }
  | { readonly type: "roster.read" }
  /** Who guesses PINs, and letting somebody in past that. */
  | { readonly type: "seats.admit" }
  | { readonly type: "stage.open" }
  /** Who is here and what the notes say, room by room, as it comes. */
  | { readonly type: "wall.read" }
  /** Having a copy of the session, its class acted by itself, and wiping that. */
  | { readonly type: "session.rehearse" };

export type AccessType = Access["type"];

export const ACCESS_TYPES = [
  "session.join",
  "notes.read",
  "notes.write",
  "notes.versions",
  "notes.restore",
  "documents.read",
  "documents.export",
  "archive.read",
  "ledger.read",
  "roster.read",
  "seats.admit",
  "stage.open",
  "wall.read",
  "session.rehearse",
] as const satisfies readonly AccessType[];

/** The fields of a command that its rule reads; a rule not named here reads who acts and nothing else. */
interface Read {
  readonly "room.open": "roomId";
  readonly "room.close": "roomId";
  readonly "room.moderate": "roomId";
  readonly "question.ask": "roomId" | "askerId" | "spoken";
  readonly "question.approve": "questionId";
  readonly "question.decline": "questionId";
  readonly "question.hold": "questionId";
  readonly "question.restore": "questionId";
  readonly "question.undo": "questionId";
  readonly "question.support": "questionId";
  readonly "question.accept": "questionId";
  readonly "question.handOn": "questionId";
  readonly "question.keep": "questionId";
  readonly "question.promise": "questionId";
  readonly "question.rate": "questionId" | "followId";
  readonly "answer.post": "questionId" | "unit" | "manner";
  readonly "answer.edit": "answerId";
  readonly "notes.hold": "personId";
  readonly "timer.start": "roomId";
  readonly "timer.pause": "roomId";
  readonly "timer.resume": "roomId";
  readonly "timer.extend": "roomId";
  readonly "timer.stop": "roomId";
  readonly "timer.restore": "roomId";
  readonly "help.call": "roomId";
  readonly "help.answer": "roomId";
  readonly "speech.request": "roomId";
  readonly "speech.withdraw": "speechId";
  readonly "speech.requeue": "speechId";
  readonly "speech.add": "roomId";
  readonly "speech.fill": "roomId";
  readonly "speech.order": "roomId";
  readonly "speech.budget": "roomId";
  readonly "speech.start": "speechId";
  readonly "speech.pause": "speechId";
  readonly "speech.resume": "speechId";
  readonly "speech.extend": "speechId";
  readonly "speech.end": "speechId";
  readonly "speech.note": "speechId";
  readonly "point.add": "speechId";
  readonly "point.edit": "pointId";
  readonly "point.remove": "pointId";
  readonly "followup.progress": "followupId";
  readonly "followup.finish": "followupId";
  readonly "followup.clear": "followupId" | "followId";
  readonly "followup.reopen": "followupId" | "followId";
  readonly "export.record": "file" | "unit";
}

/** What is asked of a command: whether somebody may give one of its type that says so much. */
export type Asked<T extends CommandType> = { readonly type: T } & Readonly<
  Pick<CommandOf<T>, T extends keyof Read ? Read[T] & keyof CommandOf<T> : never>
>;

export type Action = { [T in CommandType]: Asked<T> }[CommandType] | Access;
