import { z } from "zod";
import { type Command, commandSchema } from "../../shared/protocol/commands/command.ts";
import { type WireError, wireErrorSchema } from "../../shared/protocol/errors.ts";
import { idSchema } from "../../shared/protocol/ids.ts";

/** A command that is not acknowledged yet, or that was refused and is kept until its author has seen it. */
export interface OutboxEntry {
  readonly commandId: string;
  readonly command: Command;
  /** What the server last answered: it is tried again where `problem.retryable`, else it waits for its author. */
  readonly problem?: WireError;
}

/** An entry as it is kept: `order` sorts, `keepRefused` says that a refusal must not take it away. */
export interface StoredEntry extends OutboxEntry {
  readonly order: number;
  readonly keepRefused: boolean;
}

const storedSchema = z.object({
  commandId: idSchema,
  command: commandSchema,
  problem: wireErrorSchema.optional(),
  order: z.number(),
  keepRefused: z.boolean(),
});

/** What the outbox needs of `localStorage`. */
export type EntryStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * Keeps the entries of one person in one session over a reload. Every entry has a key of its own, so that two tabs of
 * the same person never overwrite each other's; sent twice they are one, by `commandId`.
 */
export class OutboxStorage {
  private readonly storage: EntryStorage;
  private readonly prefix: string;

  constructor(storage: EntryStorage, sessionId: string, actorId: string) {
    this.storage = storage;
    this.prefix = `yantao.outbox.${sessionId}.${actorId}.`;
  }

  /** What is kept, in order; what cannot be read any more is left alone. */
  load(): StoredEntry[] {
    const entries: StoredEntry[] = [];
    for (let index = 0; index < this.storage.length; index += 1) {
      const key = this.storage.key(index);
      if (key?.startsWith(this.prefix) !== true) continue;
      const entry = parse(this.storage.getItem(key));
      if (entry !== null) entries.push(entry);
    }
    return entries.sort((one, other) => one.order - other.order);
  }

  /** A full or forbidden storage costs the keeping over a reload, never the sending. */
  save(entry: StoredEntry): void {
    try {
      this.storage.setItem(this.prefix + entry.commandId, JSON.stringify(entry));
    } catch {
      // The entry stays in memory and is sent all the same.
    }
  }

  remove(commandId: string): void {
    this.storage.removeItem(this.prefix + commandId);
  }
}

function parse(text: string | null): StoredEntry | null {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(text ?? "null"));
    if (!parsed.success) return null;
    const { problem, ...entry } = parsed.data;
    return problem === undefined ? entry : { ...entry, problem };
  } catch {
    return null;
  }
}
