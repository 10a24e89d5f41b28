import { moderators, type Party } from "../parties.ts";
import type { CommandRows, Row, Stock } from "../row.ts";

/** Everyone's time and the plenary's are the moderators'; `leader` leads the second group and no other. */
function rows<C>(make: (roomId: string | null) => C): readonly Row<C>[] {
  const row = (variant: string, room: (stock: Stock) => string | null, allowed: readonly Party[]) => ({
    variant,
    make: (stock: Stock) => make(room(stock)),
    allowed,
  });
  return [
    row("everyone's", () => null, moderators),
    row("the plenary's", ({ plenary }) => plenary, moderators),
    row("the first group's", ({ first }) => first, moderators),
    row("the second group's", ({ second }) => second, [...moderators, "leader"]),
    row("no room's", ({ newId }) => newId(), moderators),
  ];
}

export const TIMER_ROWS = {
  "timer.start": rows((roomId) => ({ type: "timer.start", roomId, durationMs: 60_000 })),
  "timer.pause": rows((roomId) => ({ type: "timer.pause", roomId })),
  "timer.resume": rows((roomId) => ({ type: "timer.resume", roomId })),
  "timer.extend": rows((roomId) => ({ type: "timer.extend", roomId, byMs: 60_000 })),
  "timer.stop": rows((roomId) => ({ type: "timer.stop", roomId })),
  "timer.restore": rows((roomId) => ({
    type: "timer.restore",
    roomId,
    durationMs: 60_000,
    was: { status: "paused", leftMs: 1_000 },
  })),
} satisfies CommandRows;
