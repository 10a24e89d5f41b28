import { documentSetup } from "../document-setup/zh-CN.ts";
import { preview } from "../preview/zh-CN.ts";
import { console } from "../zh-CN/console.ts";
import { defaults } from "../zh-CN/defaults.ts";
import { documents } from "../zh-CN/documents.ts";
import { exports } from "../zh-CN/exports.ts";
import { followups } from "../zh-CN/followups.ts";
import { guesses } from "../zh-CN/guesses.ts";
import { minutes } from "../zh-CN/minutes.ts";
import { organiser } from "../zh-CN/organiser.ts";
import { wall } from "../zh-CN/rooms/wall.ts";
import { roster } from "../zh-CN/roster.ts";
import { rosterReading } from "../zh-CN/roster-reading.ts";
import { stage } from "../zh-CN/stage.ts";
import { terminal } from "../zh-CN/terminal.ts";

/** The words of the screens on which a session is prepared, moderated, shown and followed up; a piece of their own. */
export const staff = {
  console,
  defaults,
  documentSetup,
  documents,
  exports,
  followups,
  guesses,
  minutes,
  organiser,
  preview,
  roster,
  rosterReading,
  stage,
  terminal,
  wall,
} as const;
