import type { CommandOf } from "../../protocol/commands/command.ts";
import type { houseStyleCommands } from "../../protocol/commands/house-style.ts";
import { changesOf, withChanges } from "../../protocol/house-style/house-style-changes.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, remove } from "../patches.ts";
import { done, type Result } from "../result.ts";
import { HOUSE_STYLE_RECORD_ID } from "./records.ts";

/** What is as the standard has it is no change. */
function styleDocuments({ style }: CommandOf<"document.style">, { state }: Acting): Result<Patch[]> {
  const known = state.find("houseStyle", HOUSE_STYLE_RECORD_ID)?.changes ?? {};
  const changes = style === null ? {} : changesOf(withChanges(style));
  if (JSON.stringify(changes) === JSON.stringify(known)) return done([]);
  const isUsual = Object.keys(changes).length === 0;
  return done([
    isUsual ? remove(HOUSE_STYLE_RECORD_ID) : put("houseStyle", HOUSE_STYLE_RECORD_ID, { changes }),
  ]);
}

export const houseStyleJudges: Judges<keyof typeof houseStyleCommands> = { "document.style": styleDocuments };
