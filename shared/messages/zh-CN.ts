import type { Translation } from "./translation.ts";
import { common } from "./zh-CN/common.ts";
import { console } from "./zh-CN/console.ts";
import { defaults } from "./zh-CN/defaults.ts";
import { errors } from "./zh-CN/errors.ts";
import { finding } from "./zh-CN/finding.ts";
import { followups } from "./zh-CN/followups.ts";
import { guesses } from "./zh-CN/guesses.ts";
import { help } from "./zh-CN/help.ts";
import { join } from "./zh-CN/join.ts";
import { minutes } from "./zh-CN/minutes.ts";
import { notes } from "./zh-CN/notes.ts";
import { organiser } from "./zh-CN/organiser.ts";
import { room } from "./zh-CN/room.ts";
import { rooms } from "./zh-CN/rooms/rooms.ts";
import { speaking } from "./zh-CN/rooms/speaking.ts";
import { timing } from "./zh-CN/rooms/timing.ts";
import { wall } from "./zh-CN/rooms/wall.ts";
import { roster } from "./zh-CN/roster.ts";
import { rosterReading } from "./zh-CN/roster-reading.ts";
import { stage } from "./zh-CN/stage.ts";
import { terminal } from "./zh-CN/terminal.ts";

/** 简体中文, the source every other language follows. */
export const zhCN = {
  common,
  console,
  defaults,
  errors,
  finding,
  followups,
  guesses,
  help,
  join,
  minutes,
  notes,
  organiser,
  room,
  rooms,
  roster,
  rosterReading,
  speaking,
  stage,
  terminal,
  timing,
  wall,
} as const;

export type Messages = Translation<typeof zhCN>;
