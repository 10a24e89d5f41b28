import type { ChoosingWords } from "../../zh-CN/rooms/choosing.ts";

export const choosing: ChoosingWords = {
  title: "Choose your group",
  hint: "First come, first served; you may change your mind. When the round begins you are taken there.",
  fixed: (group: string) => `Staff have given you a seat in ${group}; you need not choose.`,
  mine: (group: string) => `You chose ${group}`,
  none: "You have not chosen yet",
  seatsLeft: (count: number) => (count === 1 ? "1 seat left" : `${count} seats left`),
  full: "Full",
  noLimit: (taken: number) => `${taken} so far`,
  choose: "Choose",
  chooseOf: (group: string) => `Choose ${group}`,
  chosen: "Chosen",
  leave: "Leave",
  leaveOf: (group: string) => `Leave ${group}`,
  done: (group: string) => `You chose ${group}.`,
  left: (group: string) => `You left ${group}.`,
  over: "Choosing is over.",
  overWith: (group: string) => `Choosing is over; you chose ${group}.`,
  offline: "Cut off: you can choose once the line is back.",
};
