import type { RoundRules } from "../../protocol/commands/rounds.ts";

/** Where nothing is wanted of the seats. */
export const NO_RULES: RoundRules = {
  balanceSides: false,
  balancePosts: false,
  apartUnits: false,
  apart: [],
  together: [],
  notMet: [],
};

/** What most want of a first round. */
export const USUAL_RULES: RoundRules = {
  ...NO_RULES,
  balanceSides: true,
  balancePosts: true,
  apartUnits: true,
};
