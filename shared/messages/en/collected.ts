import type { Translation } from "../translation.ts";
import type { collected as source } from "../zh-CN/collected.ts";

export const collected: Translation<typeof source> = {
  heading: "Collected beforehand",
  explain:
    "Drop the table of questions the offices sent (.xlsx or .csv), look it over, then import it. All questions wait for review under their askers' names; they become public when a moderator approves them.",
  sealed: "The session is sealed; nothing more can be imported.",
  sealedHint: "Questions collected beforehand stand in the documents with all others.",
  staffOnly: "Staff import questions here",
  toConsole: "Back to the console",
  drop: "Drop the table of questions here",
  dropHere: "Let go to start reading",
  choose: "Choose a file",
  template: "Download an empty template",
  templateFileName: "questions-template.csv",
  templateRows: [
    [
      "1",
      "Huaxian County",
      "Wang Jianguo",
      "Who does the second review of special bonds?",
      "Difficulty",
      "Finance Bureau",
    ],
    ["2", "Neihuang County", "Li Hongmei", "Can land quotas be shared between counties?", "Obstacle", ""],
  ],
  reading: (fileName) => `Reading ${fileName}…`,
  fields: {
    order: "No.",
    askerUnit: "Asking unit",
    askerName: "Asker",
    text: "Question",
    nature: "Nature",
    unit: "Answering unit",
  },
  sheets: {
    read: (sheet, questions) => {
      const count = questions === 1 ? "1 question" : `${questions} questions`;
      return sheet === "" ? count : `“${sheet}”: ${count}`;
    },
    noTable: (sheet) =>
      sheet === ""
        ? "There is no table of questions."
        : `“${sheet}” has no table of questions and was passed over.`,
    ignoredRow: (row, text) => `Row ${row} is no question and was passed over: ${text}`,
  },
  preview: {
    heading: (fileName) => `Preview: ${fileName}`,
    nothingYet: "Nothing has been imported yet.",
    unrecorded: "This session never records askers: neither askers nor their units are kept.",
    counts: {
      new: "To import",
      undecided: "Asker to choose",
      there: "There already",
      refused: "Not possible",
    },
    show: "Show",
    all: "All",
    row: "Row",
    sheetRow: (sheet, row) => (sheet === "" ? `${row}` : `${sheet} ${row}`),
    result: "Result",
    asker: "Asker",
    empty: "(empty)",
    byStaff: (unit) => (unit === "" ? "Staff" : `Staff, for ${unit}`),
    nobody: "Not recorded",
    leftOpen: "Staff decide",
    written: (text) => `The table says: ${text}`,
    there: "It is among the questions already and is not imported twice.",
    import: (count) => (count === 1 ? "Import 1 question" : `Import ${count} questions`),
    nothing: "Nothing to import",
    cancel: "Do not import",
    more: (count) => `Show ${count} more rows`,
  },
  mapping: {
    askers: (count) => `Askers to check (${count})`,
    askersHint:
      "A choice holds for all rows that say the same. Where the roster has no such person, choose another, or let staff ask; the unit is then noted on the question's way.",
    units: (count) => `Answering units to check (${count})`,
    unitsHint: "A choice holds for all rows that say the same. What is not chosen is left open for staff.",
    rows: (count) => (count === 1 ? "1 row" : `${count} rows`),
    asker: (unit, name) => [unit, name].filter(Boolean).join(" "),
    nobodySaid: "No asker named",
    guessed: "guessed",
    choose: "Choose the asker",
    staff: "Staff ask it",
    noneOpen: "All askers are chosen",
    allStaff: (count) => (count === 1 ? "Let staff ask the last one" : `Let staff ask the other ${count}`),
    nobodyFound: "Not on the roster",
    notChosen: "Nobody chosen; these rows are not imported.",
    anyUnit: "Left open for staff",
  },
  reasons: {
    text_missing: "There is no question.",
    text_too_long: "The question is too long; shorten it in the table or make it several.",
    text_unreadable: "It has characters that cannot be read or stored; please type it again.",
    formula_error: "A formula failed (such as #N/A); please write the text.",
    unit_too_long: "The asking unit is too long; please use a short name.",
    duplicate_row: "The same question of the same asker as another row; it is imported once.",
    asker_unknown: "This asker is not on the roster; please choose above.",
  },
  tooLong: (chars, maxChars) => `It has ${chars} characters, at most ${maxChars} are possible.`,
  repeats: (sheet, row) => (sheet === "" ? `Repeats row ${row}.` : `Repeats row ${row} of “${sheet}”.`),
  notes: {
    row_hidden: "This row is hidden in the table and is imported as well.",
    unit_from_above: "The asking unit was blank; it is taken from the row above.",
    asker_by_name: "The unit is missing or written otherwise; the asker was told by the name.",
    asker_of_unit: "No name is given; the asker is the only one of this unit on the roster.",
    unit_guessed: "The answering unit was told by its name.",
    unit_unknown: "The answering unit is not on the roster; it is left open for staff.",
    units_several: "Several units are named; the first known one is taken.",
    nature_unknown: "The nature was not understood and is left out.",
  },
  done: (count) =>
    count === 1
      ? "1 question was imported; it waits for review."
      : `${count} questions were imported; they wait for review.`,
  doneThere: (count) =>
    count === 1 ? "1 was imported before and not doubled." : `${count} were imported before and not doubled.`,
  doneRejected: (count) =>
    count === 1
      ? "1 row was not imported. Correct it in the table and import again; nothing is doubled."
      : `${count} rows were not imported. Correct them in the table and import again; nothing is doubled.`,
  withdraw: "Take all back",
  withdrawn: (count) => (count === 1 ? "1 question was taken back." : `${count} questions were taken back.`),
  withdrawnBut: (count, kept) => `${count} were taken back; ${kept} had been worked on and stay.`,
  imported: (count) => (count === 1 ? "1 question was imported" : `${count} questions were imported`),
};
