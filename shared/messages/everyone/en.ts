import { common } from "../en/common.ts";
import { errors } from "../en/errors.ts";
import { finding } from "../en/finding.ts";
import { help } from "../en/help.ts";
import { join } from "../en/join.ts";
import { notes } from "../en/notes.ts";
import { room } from "../en/room.ts";
import { rooms } from "../en/rooms/rooms.ts";
import { speaking } from "../en/rooms/speaking.ts";
import { timing } from "../en/rooms/timing.ts";
import type { Messages } from "../zh-CN.ts";

/** What every screen has: the words of the way in, of the room, and of what stands on all screens. */
export const everyone: Messages = {
  common,
  errors,
  finding,
  help,
  join,
  notes,
  room,
  rooms,
  speaking,
  timing,
};
