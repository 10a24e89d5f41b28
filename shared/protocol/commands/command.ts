import { z } from "zod";
import { answerCommands } from "./answers.ts";
import { followupCommands } from "./followups.ts";
import { notesCommands } from "./notes.ts";
import { peopleCommands } from "./people.ts";
import { questionCommands } from "./questions.ts";
import { roomCommands } from "./rooms.ts";
import { sessionCommands } from "./session.ts";
import { stageCommands } from "./stage.ts";
import { wordingCommands } from "./wordings.ts";

/** The schema of every command by its type. */
export const COMMANDS = {
  ...sessionCommands,
  ...roomCommands,
  ...peopleCommands,
  ...questionCommands,
  ...answerCommands,
  ...stageCommands,
  ...wordingCommands,
  ...followupCommands,
  ...notesCommands,
} as const;

export type CommandType = keyof typeof COMMANDS;
export type CommandOf<T extends CommandType> = z.infer<(typeof COMMANDS)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

export const COMMAND_TYPES = Object.keys(COMMANDS) as CommandType[];

/**
 * Commands the server alone makes, out of an HTTP call it has judged itself
 * (creating a session, importing a roster, entering a PIN); over the socket they are `forbidden`.
 */
export const SERVER_COMMANDS: ReadonlySet<CommandType> = new Set<CommandType>([
  "session.create",
  "roster.import",
  "person.arrive",
]);

/** Commands that are carried out in a sealed session: the ledger outlives it. */
export const SEALED_COMMANDS: ReadonlySet<CommandType> = new Set(
  Object.keys(followupCommands) as CommandType[],
);

export const commandSchema = z.discriminatedUnion(
  "type",
  Object.values(COMMANDS) as unknown as [(typeof COMMANDS)[CommandType]],
) as unknown as z.ZodType<Command>;
