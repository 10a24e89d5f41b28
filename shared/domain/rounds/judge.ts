import type { roundCommands } from "../../protocol/commands/rounds.ts";
import type { Judges } from "../judging.ts";
import { chooseGroup, describeGroup, offerRound } from "./choosing.ts";
import { planRound, removeRound, renameRound, restoreRound } from "./planning.ts";
import { appoint, seatPerson } from "./seating.ts";
import { recallRound, startRound } from "./starting.ts";

export const roundJudges: Judges<keyof typeof roundCommands> = {
  "round.plan": planRound,
  "round.seat": seatPerson,
  "round.appoint": appoint,
  "round.describe": describeGroup,
  "round.offer": offerRound,
  "round.choose": chooseGroup,
  "round.rename": renameRound,
  "round.remove": removeRound,
  "round.restore": restoreRound,
  "round.start": startRound,
  "round.recall": recallRound,
};
