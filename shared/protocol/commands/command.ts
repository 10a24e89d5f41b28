import { z } from "zod";
import { agendaCommands } from "./agenda.ts";
import { answerCommands } from "./answers.ts";
import { documentCommands } from "./documents.ts";
import { exportCommands } from "./exports.ts";
import { followupCommands } from "./followups.ts";
import { helpCommands } from "./help.ts";
import { houseStyleCommands } from "./house-style.ts";
import { ledgerCommands } from "./ledger.ts";
import { notesCommands } from "./notes.ts";
import { noticeCommands } from "./notices.ts";
import { peopleCommands } from "./people.ts";
import { questionCommands } from "./questions.ts";
import { reportCommands } from "./reports.ts";
import { roomCommands } from "./rooms.ts";
import { roundCommands } from "./rounds.ts";
import { sessionCommands } from "./session.ts";
import { speakingCommands } from "./speaking.ts";
import type { CommandSpec } from "./spec.ts";
import { stageCommands } from "./stage.ts";
import { timerCommands } from "./timers.ts";
import { wordingCommands } from "./wordings.ts";

/** Every command by its type. */
export const COMMANDS = {
  ...sessionCommands,
  ...roomCommands,
  ...peopleCommands,
  ...roundCommands,
  ...questionCommands,
  ...answerCommands,
  ...stageCommands,
  ...reportCommands,
  ...speakingCommands,
  ...wordingCommands,
  ...followupCommands,
  ...ledgerCommands,
  ...notesCommands,
  ...timerCommands,
  ...agendaCommands,
  ...helpCommands,
  ...noticeCommands,
  ...exportCommands,
  ...documentCommands,
  ...houseStyleCommands,
} as const;

export type CommandType = keyof typeof COMMANDS;
export type CommandOf<T extends CommandType> = z.infer<(typeof COMMANDS)[T]["schema"]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

export const COMMAND_TYPES = Object.keys(COMMANDS) as CommandType[];

/** What is to be said of a command, for what goes through commands of every type. */
export function specOf({ type }: { readonly type: CommandType }): CommandSpec {
  return COMMANDS[type];
}

export const commandSchema = z.discriminatedUnion(
  "type",
  COMMAND_TYPES.map((type) => specOf({ type }).schema) as unknown as [
    (typeof COMMANDS)[CommandType]["schema"],
  ],
) as unknown as z.ZodType<Command>;
