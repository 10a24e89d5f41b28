import type { CommandOf, CommandType } from "../../../shared/protocol/commands/command.ts";
import { ASKING_ROWS } from "./asking-rows.ts";
import { FOLLOWUP_ROWS } from "./followup-rows.ts";
import { NOTES_ROWS } from "./notes-rows.ts";
import { OWNING_ROWS } from "./owning-rows.ts";
import { PEOPLE_ROWS } from "./people-rows.ts";
import { REVIEWING_ROWS } from "./reviewing-rows.ts";
import type { Row } from "./row.ts";
import { SESSION_ROWS } from "./session-rows.ts";

/** Who may do what, said once more by hand and apart from the rules it checks. */
export const COMMAND_ROWS: { [T in CommandType]: readonly Row<CommandOf<T>>[] } = {
  ...SESSION_ROWS,
  ...PEOPLE_ROWS,
  ...ASKING_ROWS,
  ...REVIEWING_ROWS,
  ...OWNING_ROWS,
  ...FOLLOWUP_ROWS,
  ...NOTES_ROWS,
};
