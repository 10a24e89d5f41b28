import { common } from "./en/common.ts";
import { console } from "./en/console.ts";
import { defaults } from "./en/defaults.ts";
import { errors } from "./en/errors.ts";
import { finding } from "./en/finding.ts";
import { followups } from "./en/followups.ts";
import { guesses } from "./en/guesses.ts";
import { help } from "./en/help.ts";
import { join } from "./en/join.ts";
import { minutes } from "./en/minutes.ts";
import { notes } from "./en/notes.ts";
import { organiser } from "./en/organiser.ts";
import { room } from "./en/room.ts";
import { rooms } from "./en/rooms/rooms.ts";
import { speaking } from "./en/rooms/speaking.ts";
import { timing } from "./en/rooms/timing.ts";
import { wall } from "./en/rooms/wall.ts";
import { roster } from "./en/roster.ts";
import { rosterReading } from "./en/roster-reading.ts";
import { stage } from "./en/stage.ts";
import { terminal } from "./en/terminal.ts";
import type { Messages } from "./zh-CN.ts";

/** English, complete. */
export const en: Messages = {
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
};
