import { isDeepStrictEqual } from "node:util";
import type { SessionHost } from "../../../server/host/session-host.ts";
import type { Actor } from "../../../shared/domain/actor.ts";
import { kindOf } from "../../../shared/domain/kinds.ts";
import { lanes } from "../../../shared/domain/lanes.ts";
import type { Patch } from "../../../shared/domain/patches.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { apply, SessionState } from "../../../shared/domain/state.ts";
import type { Lane } from "../../../shared/protocol/lanes.ts";
import { waitUntil } from "../wait-until.ts";
import { allRows, type Contest } from "./contest.ts";
import type { Follower } from "./follower.ts";

/** What keeps host, disk, journal and every screen from telling the same; empty where they do. */
export async function disagreements(contest: Contest<string>): Promise<string[]> {
  const { server, sessionId, host } = contest;
  const { state } = host;
  const loaded = await server.storage.journal.load(sessionId);
  let replayed = SessionState.empty;
  for (const { patches, seq } of await allRows(contest)) {
    replayed = apply(replayed, JSON.parse(patches) as Patch[], seq);
  }
  const found: string[] = [];
  if (loaded?.head !== state.head || !same(loaded.records, state.everything())) found.push("disk");
  if (replayed.head !== state.head || !same(impersonal(replayed), impersonal(state))) found.push("journal");
  const shown = lanesOf(state);
  for (const { personId, actor, follower } of Object.values(contest.contenders).flat()) {
    await waitUntil(() => isUpToDate(host, actor, follower), { what: "everything to arrive" });
    const differing = [...follower.lanes].filter(([lane, { records }]) => {
      return !same(shown.get(lane) ?? [], [...records.values()].map(withoutRev));
    });
    for (const [lane] of differing) found.push(`${personId} in ${lane}`);
  }
  return found;
}

function isUpToDate(host: SessionHost, actor: Actor, { lanes: held }: Follower): boolean {
  const have = Object.fromEntries([...held].map(([lane, { rev }]) => [lane, rev]));
  const missing = host.lanesSince({ actor, follows: [] }, have);
  return missing.every(({ from, to }) => from === to);
}

type Shown = object & { readonly id: string };

/** What every lane ought to show, made out of the records alone. */
function lanesOf(state: SessionState): Map<Lane, Shown[]> {
  const shown = new Map<Lane, Shown[]>();
  for (const record of state.everything()) {
    for (const [lane, view] of lanes(record, state)) {
      shown.set(lane, [...(shown.get(lane) ?? []), withoutRev(view)]);
    }
  }
  return shown;
}

/** A view that did not change keeps the rev at which it was sent. */
function withoutRev({ rev: _rev, ...view }: Shown & { readonly rev: number }): Shown {
  return view;
}

/** The records without what the journal does not hold. */
function impersonal(state: SessionState): AnyRecord[] {
  return [...state.everything()].map((record) => {
    const hidden = new Set<string>(kindOf(record).personal);
    return Object.fromEntries(Object.entries(record).filter(([name]) => !hidden.has(name))) as AnyRecord;
  });
}

function same(some: Iterable<Shown>, others: Iterable<Shown>): boolean {
  const byId = (all: Iterable<Shown>) =>
    new Map([...all].map((one) => [one.id, JSON.parse(JSON.stringify(one))]));
  return isDeepStrictEqual(byId(some), byId(others));
}
