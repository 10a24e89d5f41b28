import { documentSetup } from "../document-setup/en.ts";
import { console } from "../en/console.ts";
import { defaults } from "../en/defaults.ts";
import { documents } from "../en/documents.ts";
import { exports } from "../en/exports.ts";
import { followups } from "../en/followups.ts";
import { guesses } from "../en/guesses.ts";
import { minutes } from "../en/minutes.ts";
import { organiser } from "../en/organiser.ts";
import { wall } from "../en/rooms/wall.ts";
import { roster } from "../en/roster.ts";
import { rosterReading } from "../en/roster-reading.ts";
import { stage } from "../en/stage.ts";
import { terminal } from "../en/terminal.ts";
import { preview } from "../preview/en.ts";
import type { StaffMessages } from "../zh-CN.ts";

/** The words of the screens on which a session is prepared, moderated, shown and followed up; a piece of their own. */
export const staff: StaffMessages = {
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
};
