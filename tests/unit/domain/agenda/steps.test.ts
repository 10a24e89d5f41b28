import { expect, test } from "vitest";
import { agendaIn, itemsInOrder } from "../../../../shared/domain/agenda/items.ts";
import { pageOf } from "../../../../shared/domain/agenda/page.ts";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { apply, type SessionState } from "../../../../shared/domain/state.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { judged } from "../../../support/sample/judged.ts";
import { randomPlay } from "../../../support/sample/random-play.ts";
import { actor } from "../../../support/sample/sample-session.ts";

/** So many that items are held in rounds that can begin, whatever else is drawn. */
const SEEDS = Array.from({ length: 24 }, (_, at) => at + 1);
const MOVES = 250;
const NOW = 2_000;

/** All that a step of the agenda moves, by the ids of what stood there `before`. */
function moved(state: SessionState, before: SessionState) {
  const timer = state.find("timer", "timer:everyone");
  return {
    rooms: [...before.all("room")].map(({ id }) => {
      const room = state.find("room", id);
      return [id, room?.status, room?.closing];
    }),
    people: [...before.all("person")].map(({ id }) => {
      const person = state.find("person", id);
      return [id, person?.roomId, [...(person?.duties ?? [])].sort()];
    }),
    rounds: [...before.all("round")].map(({ id }) => {
      const round = state.find("round", id);
      return [id, round?.status, round?.start];
    }),
    timer: timer && { ...timer, rev: 0 },
    stage: state.find("stage", STAGE_RECORD_ID)?.recordId,
    current: agendaIn(state)?.currentItemId,
  };
}

const by = { actor: actor("organiser"), now: NOW };

test("[A2] [A6] from whatever state, a step moves all of it or nothing, and taken back all is as it was", () => {
  let steps = 0;
  let starts = 0;
  const refusals = new Set<string>();
  for (const seed of SEEDS) {
    for (const { after: state } of randomPlay(seed, MOVES)) {
      if (state.session()?.status !== "open") continue;
      const agenda = agendaIn(state);
      const fromItemId = agenda?.currentItemId ?? null;
      for (const item of itemsInOrder(agenda, state.all("agendaItem"))) {
        const step: Command = { type: "agenda.advance", fromItemId, toItemId: item.itemId };
        const gone = judged(step, state, by);
        if (!gone.ok) {
          refusals.add(gone.refusal.code);
          continue;
        }
        if (item.itemId === fromItemId) continue;
        steps += 1;
        const there = apply(state, gone.value, state.head + 1);
        const where = `seed ${seed}, ${item.itemKind} ${item.roomSet.kind} at ${state.head}`;
        expect(there.find("agendaItem", item.id), where).toMatchObject({ runningSince: NOW, endedAt: null });
        expect(there.find("timer", "timer:everyone")?.durationMs ?? null, where).toBe(item.plannedMs);
        expect(there.find("stage", STAGE_RECORD_ID)?.recordId, where).toBe(pageOf(item, there));
        if (item.roomSet.kind === "round")
          expect(there.find("round", `round:${item.roomSet.roundId}`)?.status, where).toBe("running");
        const stays = [...there.all("room")].filter(({ roomKind, status, closing }) => {
          const isOpen = status === "open" && closing === null;
          return roomKind === "breakout" && (item.roomSet.kind === "plenary" ? isOpen : !isOpen);
        });
        if (item.roomSet.kind !== "round") expect(stays, where).toEqual([]);
        if (agendaIn(there)?.step?.startedRoundId != null) starts += 1;
        const back = judged({ type: "agenda.back", fromItemId: item.itemId }, there, by);
        if (!back.ok) throw new Error(`${where}: ${back.refusal.code}`);
        const again = apply(there, back.value, there.head + 1);
        expect(moved(again, state), where).toEqual(moved(state, state));
      }
    }
  }
  expect(steps).toBeGreaterThan(100);
  expect(starts).toBeGreaterThan(10);
  expect([...refusals].filter((code) => code.startsWith("round_"))).not.toEqual([]);
});
