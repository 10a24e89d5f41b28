import type { StaffMessages } from "../zh-CN.ts";

export const documents: StaffMessages["documents"] = {
  names: { minutes: "Summary", statistics: "Statistics" },
  explain: {
    minutes: "Questions and answers, speeches, notes, attendance.",
    statistics: "Questions and answers by unit and nature, the time answers took, with charts.",
  },
  formats: { docx: "Word document", pdf: "PDF", md: "Plain text", json: "Data" },
  formatHints: {
    docx: "Typeset as an official document; opens in WPS and Word.",
    pdf: "Typeset as an official document, with its fonts: it prints the same everywhere.",
    md: "Markdown, to paste into other systems.",
    json: "JSON, for other programs.",
  },
  fileOf: (document, format) => `${document} (${format})`,
  archive: {
    name: "Archive",
    title: (session) => `${session} archive`,
    explain:
      "All records, the journal, notes with their versions and the documents above, in one file to keep. It has the roster in it: keep it safe. To check it:",
    check: "npm run verify -- FILE",
    format: "ZIP",
  },
  fonts: {
    own: "All fonts were here.",
    replaced: (pairs) => `Fonts: ${pairs}.`,
    pair: (wanted, used) => `${used} instead of ${wanted}`,
    partly: (wanted, used) => `${used} for what ${wanted} lacks`,
    separator: ", ",
    pairSeparator: "; ",
    missing: (characters, mark) =>
      `No font has these characters, which are printed as “${mark}”; write them in by hand, or add a font and download again: ${characters}.`,
    character: (character, code) => `${character} (${code})`,
    more: (count) => ` and more, ${count} in all`,
  },
  statistics: {
    title: (session) => `${session}: statistics`,
    overview: (asked, open, answered, waiting, followUps) =>
      `Questions asked: ${asked}, public: ${open}; answered: ${answered}, waiting: ${waiting}, in the ledger: ${followUps}.`,
    median: (minutes) => `Half of the answers came within ${minutes} minutes of the question being public.`,
    nothing: "No questions were asked in this session.",
    units: "Lead unit",
    unitsTitle: "Questions by lead unit",
    peers: "Counties to each other",
    natures: "Nature",
    naturesTitle: "Questions by nature",
    times: "Time",
    timesTitle: "From public to answered",
    continued: (title) => `${title} (continued)`,
    answered: "Answered",
    followUps: "In the ledger",
    waiting: "Waiting",
    questions: "Questions",
    upTo: (minutes) => `Up to ${minutes} minutes`,
    between: (from, to) => `${from} to ${to} minutes`,
    over: (minutes) => `Over ${minutes} minutes`,
  },
};
