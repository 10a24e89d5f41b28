import { common } from "../zh-CN/common.ts";
import { errors } from "../zh-CN/errors.ts";
import { finding } from "../zh-CN/finding.ts";
import { help } from "../zh-CN/help.ts";
import { join } from "../zh-CN/join.ts";
import { notes } from "../zh-CN/notes.ts";
import { room } from "../zh-CN/room.ts";
import { rooms } from "../zh-CN/rooms/rooms.ts";
import { speaking } from "../zh-CN/rooms/speaking.ts";
import { timing } from "../zh-CN/rooms/timing.ts";

/** What every screen has: the words of the way in, of the room, and of what stands on all screens. */
export const everyone = {
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
} as const;
