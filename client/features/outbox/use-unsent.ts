import { useMemo } from "react";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useOutbox } from "../../sync/hooks.ts";
import { isRefused } from "../../sync/outbox.ts";
import type { OutboxEntry } from "../../sync/outbox-storage.ts";
import { useSettled } from "../../ui/use-settled.ts";

/** What is acknowledged within this time never shows as unsent. */
const QUIET_MS = 800;

/** An entry of the outbox whose command is known to be a `C`. */
export interface Unsent<C extends Command = Command> extends OutboxEntry {
  readonly command: C;
}

/** The entries whose command `isMeant`, in order, from the moment they are made. */
export function useUnsentNow<C extends Command>(isMeant: (command: Command) => command is C) {
  return useMeant(useOutbox(), isMeant);
}

/** As `useUnsentNow`, of `useQuietOutbox`. */
export function useUnsent<C extends Command>(isMeant: (command: Command) => command is C) {
  return useMeant(useQuietOutbox(), isMeant);
}

/** The outbox without what comes and goes in a blink; a refusal is there at once, and what has gone is gone at once. */
export function useQuietOutbox(): readonly OutboxEntry[] {
  return useSettled(useOutbox(), QUIET_MS, hurries);
}

/** `isMeant` must be stable. */
function useMeant<C extends Command>(
  outbox: readonly OutboxEntry[],
  isMeant: (command: Command) => command is C,
): readonly Unsent<C>[] {
  return useMemo(
    () => outbox.filter((entry): entry is Unsent<C> => isMeant(entry.command)),
    [outbox, isMeant],
  );
}

function hurries(entries: readonly OutboxEntry[]): boolean {
  return entries.every(isRefused);
}
