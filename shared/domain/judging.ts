import type { CommandOf, CommandType } from "../protocol/commands/command.ts";
import type { Acting } from "./acting.ts";
import type { Patch } from "./patches.ts";
import type { Result } from "./result.ts";

/** What a command of type `T` changes, or why it is refused; whether the actor may give it has been asked. */
export type Judge<T extends CommandType> = (command: CommandOf<T>, acting: Acting) => Result<Patch[]>;

export type Judges<T extends CommandType> = { readonly [K in T]: Judge<K> };
