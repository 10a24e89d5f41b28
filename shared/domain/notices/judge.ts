import type { CommandOf } from "../../protocol/commands/command.ts";
import type { noticeCommands } from "../../protocol/commands/notices.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, remove } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { noticeRecordId } from "./records.ts";

function isUnknown(roomId: string | null, state: SessionState): boolean {
  return roomId !== null && state.find("room", roomRecordId(roomId)) === undefined;
}

function sendNotice({ roomId, text }: CommandOf<"notice.send">, { state, now }: Acting): Result<Patch[]> {
  if (isUnknown(roomId, state)) return refuse("room_unknown");
  return done([put("notice", noticeRecordId(roomId), { roomId, text, sentAt: now })]);
}

function withdrawNotice({ roomId }: CommandOf<"notice.withdraw">, { state }: Acting): Result<Patch[]> {
  if (isUnknown(roomId, state)) return refuse("room_unknown");
  const id = noticeRecordId(roomId);
  return done(state.get(id) === undefined ? [] : [remove(id)]);
}

export const noticeJudges: Judges<keyof typeof noticeCommands> = {
  "notice.send": sendNotice,
  "notice.withdraw": withdrawNotice,
};
