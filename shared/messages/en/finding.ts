import type { Translation } from "../translation.ts";
import type { finding as source } from "../zh-CN/finding.ts";

export const finding: Translation<typeof source> = {
  label: "Find questions",
  sortLabel: "Order",
  sort: { support: "Most asked", newest: "Newest", unit: "By lead unit", waiting: "Open longest" },
  filter: "Filter",
  choice: {
    askerUnit: "Asked by",
    unit: "Responsible unit",
    nature: "Nature",
    topic: "Label",
    state: "State",
  },
  any: "All",
  counted: (name, count) => `${name} (${count})`,
  clear: "Remove all filters",
  remove: (choice, name) => `Remove filter: ${choice} ${name}`,
  search: "Search questions",
  searchPlaceholder: "Search",
  found: (count) => (count === 1 ? "1 found" : `${count} found`),
  cleared: "Filters cleared to show it",
  noneFit: "No question fits",
  showAll: "Show all",
  alike: {
    title: "Already asked: say you have it too",
    titleOnly: "Similar questions",
    count: (count) => (count === 1 ? "1 similar question" : `${count} similar questions`),
    mine: "mine",
    show: "Show it",
    showAnswer: "Show the answer",
    supported: "Counted; your draft is put away",
    forStaff: "Similar questions",
    join: "Merge with it…",
    joinWith: (text) => `Merge with: ${text}`,
  },
};
