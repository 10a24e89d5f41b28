import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Actor } from "../../shared/domain/actor.ts";
import { personRecordId } from "../../shared/domain/people/records.ts";
import type { RecordKind, ViewOf } from "../../shared/domain/records.ts";
import { can } from "../../shared/domain/rights.ts";
import type { Action } from "../../shared/protocol/actions.ts";
import type { Command } from "../../shared/protocol/commands/command.ts";
import type { CommandReply, Viewer } from "../../shared/protocol/session-socket.ts";
import type { ConnectionState } from "./connection-state.ts";
import type { SendOptions } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-storage.ts";
import { useSessionClient } from "./session-provider.tsx";
import type { WallState } from "./wall-watch.ts";

/** Whether the session is joined, and if not why not. */
export function useConnection(): ConnectionState {
  const { connection } = useSessionClient();
  return useSyncExternalStore(
    useCallback((listener) => connection.subscribe(listener), [connection]),
    () => connection.snapshot(),
  );
}

/** All records of `kind` the viewer may see, in no particular order; the same array until one of them changes. */
export function useRecords<K extends RecordKind>(kind: K): readonly ViewOf<K>[] {
  const { store } = useSessionClient();
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    () => store.records(kind),
  );
}

/** One record by its id (`question:…`); undefined where the viewer may not see it. */
export function useRecord<K extends RecordKind>(kind: K, id: string): ViewOf<K> | undefined {
  const { store } = useSessionClient();
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    () => store.record(kind, id),
  );
}

/** Who the viewer is to the session; undefined before the first join. */
export function useViewer(): Viewer | undefined {
  const client = useSessionClient();
  return useSyncExternalStore(
    useCallback((listener) => client.subscribeViewer(listener), [client]),
    () => client.currentViewer(),
  );
}

/** The viewer's own person record; undefined for organiser and stage. */
export function useMe(): ViewOf<"person"> | undefined {
  const viewer = useViewer();
  return useRecord("person", viewer?.kind === "person" ? personRecordId(viewer.personId) : "");
}

/**
 * What this browser follows by, of the ids that asked something; undefined where the viewer asked as himself, or somebody
 * else did.
 */
export function useFollowId(askerIds: readonly string[]): string | undefined {
  const { follows } = useSessionClient();
  return follows.ids.find((id) => askerIds.includes(id));
}

/** Asks `shared/domain/rights.ts` over what the viewer sees; a new function whenever the answers may have changed. */
export function useCan(): (action: Action) => boolean {
  const { store } = useSessionClient();
  const viewer = useViewer();
  const state = useSyncExternalStore(
    useCallback((listener) => store.subscribe(listener), [store]),
    () => store.stateForRights(),
  );
  return useMemo(() => {
    const actor: Actor | undefined = viewer;
    return (action) => actor !== undefined && can(actor, action, state);
  }, [viewer, state]);
}

/** Who is here and what the notes say last, as it comes; for whoever may read the wall. */
export function useWall(): WallState {
  const { wall } = useSessionClient();
  return useSyncExternalStore(
    useCallback((listener) => wall.subscribe(listener), [wall]),
    () => wall.snapshot(),
  );
}

/**
 * Puts a command into the outbox and sends it. Resolves with the server's final answer, which may take as long as the
 * line is down; passing refusals are tried again by themselves. With `keepRefused` a refused command stays in the outbox
 * with its reason until it is discarded.
 */
export function useSend(): (command: Command, options?: SendOptions) => Promise<CommandReply> {
  const { outbox } = useSessionClient();
  return useCallback((command, options) => outbox.send(command, options), [outbox]);
}

/** What is not acknowledged yet, in order, with what was refused and kept. */
export function useOutbox(): readonly OutboxEntry[] {
  const { outbox } = useSessionClient();
  return useSyncExternalStore(
    useCallback((listener) => outbox.subscribe(listener), [outbox]),
    () => outbox.snapshot(),
  );
}

/** Takes an entry out of the outbox. */
export function useDiscard(): (commandId: string) => void {
  const { outbox } = useSessionClient();
  return useCallback((commandId) => outbox.discard(commandId), [outbox]);
}

/** The server's clock, milliseconds since 1970, renewed every `everyMs`: for what need not turn with the second. */
export function useServerNowEvery(everyMs: number): number {
  const { clock } = useSessionClient();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
