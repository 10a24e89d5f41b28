import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Command, CommandType } from "../../../shared/protocol/commands/command.ts";
import type { CommandRows, Row } from "./row.ts";

/** Who may do what, said once more by hand and apart from the rules it checks: the rows of every file of `commands`. */
export const COMMAND_ROWS = Object.assign(
  {},
  ...(await Promise.all(
    readdirSync(join(import.meta.dirname, "commands")).map(async (file) => {
      const [rows] = Object.values(await import(`./commands/${basename(file, ".ts")}.ts`));
      return rows as CommandRows;
    }),
  )),
) as Readonly<Record<CommandType, readonly Row<Command>[]>>;
