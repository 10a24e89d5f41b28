import type { Translation } from "../translation.ts";
import type { defaults as source } from "../zh-CN/defaults.ts";

export const defaults: Translation<typeof source> = {
  plenaryName: "Plenary",
  organiser: "Organisers",
  topics: [
    "Special bonds",
    "Investment",
    "Project land",
    "Industrial parks",
    "Financing",
    "Statistics",
    "Business environment",
    "Talent",
  ],
  rehearsalMark: " (rehearsal)",
};
