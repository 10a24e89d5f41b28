import type { CommandOf } from "../../protocol/commands/command.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import { type Patch, put, set } from "../patches.ts";
import { personOnRoster } from "../people/standing.ts";
import { done, type Result, refuse } from "../result.ts";
import { roomRecordId } from "../rooms/records.ts";
import type { SessionState } from "../state.ts";
import { type RoundRecord, roundRecordId } from "./records.ts";
import { pruned, seatsOf, stillChosen } from "./seats.ts";

/** A round that is there; one that was taken away is not. */
export function findRound(roundId: string, state: SessionState): RoundRecord | undefined {
  const round = state.find("round", roundRecordId(roundId));
  return round?.removed === false ? round : undefined;
}

/** Who is not on the roster is passed over, and rounds that are not there were met in by nobody. */
export function planRound(command: CommandOf<"round.plan">, { state }: Acting): Result<Patch[]> {
  const { type: _type, roundId, ...plan } = command;
  const stored = state.find("round", roundRecordId(roundId));
  if (stored?.removed === true) return refuse("round_unknown");
  if (stored !== undefined && stored.status !== "planned") return refuse(passedOf(stored.status));
  if (stored?.choosing === true) return refuse("round_offered");
  if (stored === undefined && state.count("round") >= LIMITS.roundsMax) return refuse("too_many_rounds");
  const groups = pruned(plan.groups, (personId) => personOnRoster(personId, state) !== undefined);
  if (groups.reduce((sum, group) => sum + seatsOf(group).length, 0) > LIMITS.roundSeatsMax)
    return refuse("too_many_people");
  if (new Set(groups.map(({ roomId }) => roomId)).size < groups.length) return refuse("id_taken");
  if (new Set(groups.map(({ name }) => name)).size < groups.length) return refuse("room_name_taken");
  const isPlenary = ({ roomId }: { roomId: string }) =>
    state.find("room", roomRecordId(roomId))?.roomKind === "plenary";
  if (groups.some(isPlenary)) return refuse("room_is_plenary");
  const notMet = plan.rules.notMet.filter((id) => id !== roundId && findRound(id, state) !== undefined);
  const fields = { ...plan, groups, rules: { ...plan.rules, notMet: [...new Set(notMet)] } };
  if (stored !== undefined) {
    const chosen = stillChosen(stored, groups);
    return done([set(stored, { ...fields, chosen })]);
  }
  let order = 0;
  for (const round of state.all("round")) order = Math.max(order, round.order + 1);
  const begun = { roundId, order, status: "planned", start: null, removed: false } as const;
  return done([put("round", roundRecordId(roundId), { ...fields, ...begun, choosing: false, chosen: [] })]);
}

export function renameRound(
  { roundId, name }: CommandOf<"round.rename">,
  { state }: Acting,
): Result<Patch[]> {
  const round = findRound(roundId, state);
  if (round === undefined) return refuse("round_unknown");
  return done(round.name === name ? [] : [set(round, { name })]);
}

/** Takes a round away that is not running; where people are stays as it is. */
export function removeRound({ roundId }: CommandOf<"round.remove">, { state }: Acting): Result<Patch[]> {
  const round = state.find("round", roundRecordId(roundId));
  if (round === undefined) return refuse("round_unknown");
  if (round.removed) return done([]);
  return round.status === "running"
    ? refuse("round_running")
    : done([set(round, { removed: true, choosing: false })]);
}

export function restoreRound({ roundId }: CommandOf<"round.restore">, { state }: Acting): Result<Patch[]> {
  const round = state.find("round", roundRecordId(roundId));
  if (round === undefined) return refuse("round_unknown");
  return done(round.removed ? [set(round, { removed: false })] : []);
}

/** What is said of a round whose time has come already. */
export function passedOf(status: Exclude<RoundRecord["status"], "planned">): "round_running" | "round_ended" {
  return status === "running" ? "round_running" : "round_ended";
}
