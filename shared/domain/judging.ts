import type { CommandOf, CommandType } from "../protocol/commands/command.ts";
import type { ErrorCode } from "../protocol/errors.ts";
import type { Acting } from "./acting.ts";
import type { Patch } from "./patches.ts";
import type { Result } from "./result.ts";

/** What a command of type `T` changes, or why it is refused; whether the actor may give it has been asked. */
export type Judge<T extends CommandType, C extends ErrorCode = ErrorCode> = (
  command: CommandOf<T>,
  acting: Acting,
) => Result<Patch[], C>;

export type Judges<T extends CommandType, C extends ErrorCode = ErrorCode> = {
  readonly [K in T]: Judge<K, C>;
};
