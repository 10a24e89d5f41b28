import type { Translation } from "../translation.ts";
import type { guesses as source } from "../zh-CN/guesses.ts";

export const guesses: Translation<typeof source> = {
  title: "Somebody is guessing PINs",
  explain:
    "Too many tries are stopped already. When you know who it is, press “Let in”: five more tries within ten minutes.",
  from: (address, seats, time) =>
    `From ${address}: ${seats === 1 ? "1 seat" : `${seats} seats`} tried, last at ${time}`,
  counts: (wrong, refused) => `${wrong} wrong, ${refused} stopped`,
  seats: "Which seats",
  more: (count) => (count === 1 ? "1 more seat" : `${count} more seats`),
  admit: "Let in",
  admitOf: (name) => `Let ${name} in`,
  admitted: (name) => `${name} is let in and can type the PIN now.`,
};
