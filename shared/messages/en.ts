import { common } from "./en/common.ts";
import { console } from "./en/console.ts";
import { defaults } from "./en/defaults.ts";
import { errors } from "./en/errors.ts";
import { finding } from "./en/finding.ts";
import { followups } from "./en/followups.ts";
import { guesses } from "./en/guesses.ts";
import { join } from "./en/join.ts";
import { minutes } from "./en/minutes.ts";
import { notes } from "./en/notes.ts";
import { organiser } from "./en/organiser.ts";
import { room } from "./en/room.ts";
import { roster } from "./en/roster.ts";
import { rosterReading } from "./en/roster-reading.ts";
import { speaking } from "./en/speaking.ts";
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
  join,
  minutes,
  notes,
  organiser,
  room,
  roster,
  rosterReading,
  speaking,
  stage,
  terminal,
};
