import type { Translation } from "../translation.ts";
import type { rosterReading as source } from "../zh-CN/roster-reading.ts";

export const rosterReading: Translation<typeof source> = {
  reasons: {
    name_missing: "The name is missing; please add it.",
    unit_missing: "The unit is missing; please add it.",
    name_too_long: "The name is too long; is it in the right column?",
    unit_too_long: "The unit's name is too long; please shorten it.",
    post_too_long: "The post is too long; please shorten it.",
    group_too_long: "The group's name is too long; please write it as “Group 1”.",
    seat_too_long: "The seat is too long; please shorten it.",
    text_unreadable: "Some characters are garbled or cannot be stored; please type them again.",
    formula_error: "A formula has failed (such as #N/A); please replace it by text.",
    side_unknown: "The side is not known; please write county, municipal, expert, staff or observer.",
    name_several: "This cell seems to name several people; give each a row.",
    duplicate_row: "Another row is about the same person; keep one of them.",
    rename_outdated:
      "The roster has just changed; this row was not taken as a new name and not imported. Choose the file again.",
    person_ambiguous:
      "Several people of this unit share the name and cannot be told apart; give the exact post, or change one at a time.",
  },
  repeats: (sheet: string, row: number) =>
    sheet === "" ? `Repeats row ${row}.` : `Repeats row ${row} of “${sheet}”.`,
  notes: {
    row_hidden: "This row is hidden in the table and is imported all the same.",
    unit_from_above: "The unit was blank; the one above was taken.",
    name_remark: "The remark in brackets behind the name is not taken into it.",
    name_spaced: "There is a space in the name; taken as one person. If it is two, give each a row.",
    side_inferred:
      "The side was blank: units that begin with 市 were taken as municipal, those with 省 as experts, all others as county.",
    order_ignored: "The order is not a number and was not used.",
    duty_ignored:
      "Some of the duties are not known and were not used; only moderator, recorder, leader and exporter are.",
    seat_like_date: "The spreadsheet seems to have turned the seat into a date; please check.",
    matched_by_name:
      "The unit differs; updated as the same person, with the same PIN. If this is a namesake, correct it first.",
    group_without_room: "No room has the name of the group; nobody is placed yet.",
  },
  sheets: {
    read: (sheet: string, people: number) => {
      const count = people === 1 ? "1 person" : `${people} people`;
      return sheet === "" ? count : `“${sheet}”: ${count}`;
    },
    hidden: (sheet: string) => `“${sheet}” is a hidden sheet and was not read.`,
    noTable: (sheet: string) =>
      sheet === "" ? "There is no table." : `“${sheet}” has no table of people and was passed over.`,
    ignoredRow: (row: number, text: string) => `Row ${row} is nobody and was passed over: ${text}`,
    unusedHeadings: (headings: string) => `Columns not used: ${headings}`,
  },
  files: {
    columnsMissing: (columns: string) => `Missing columns: ${columns}.`,
    sheetsSeen: (sheets: string) => `Sheets that were looked at: ${sheets}.`,
    combined: (heading: string) => `“${heading}” is one column; please split it into unit and post.`,
    rows: (rows: number, rowsMax: number) => `There are ${rows} rows; at most ${rowsMax} can be read.`,
    columns: (cell: string, columnsMax: number) =>
      `Column ${cell} holds text; at most ${columnsMax} columns can be read. Please clear it.`,
    bytes: (megabytes: number, megabytesMax: number) =>
      `The file has ${megabytes} MB, at most ${megabytesMax} MB can be read; remove pictures and try again.`,
    swollen: "The file holds too much or is damaged; paste what it says into a new table and import that.",
    legacy: "This is an old .xls file; open it in WPS or Excel and save it as .xlsx.",
    notTable: "This is not a table.",
  },
};
