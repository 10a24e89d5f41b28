/** The columns of a ledger as a spreadsheet, in their order. */
export const LEDGER_FIELDS = [
  "number",
  "text",
  "askerUnits",
  "askers",
  "nature",
  "gist",
  "leadUnit",
  "supportUnits",
  "personInCharge",
  "leaderInCharge",
  "due",
  "progress",
  "status",
  "evidence",
  "opinion",
] as const;
export type LedgerField = (typeof LEDGER_FIELDS)[number];

/** What stands in the cells of one row. */
export type LedgerCells = Readonly<Record<LedgerField, string>>;

/** Columns that are compared with what stood in them; the number says which row it is. */
export const COMPARED_FIELDS = LEDGER_FIELDS.filter((field) => field !== "number");
export type ComparedField = Exclude<LedgerField, "number">;

/** Columns that a returned file may change; progress is added to and never changed, an opinion goes with a state. */
export const CHANGED_FIELDS = [
  "text",
  "gist",
  "leadUnit",
  "supportUnits",
  "personInCharge",
  "leaderInCharge",
  "due",
  "status",
  "evidence",
] as const satisfies readonly LedgerField[];
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** Columns that are told and cannot be changed by a file. */
export const TOLD_FIELDS = ["askerUnits", "askers", "nature"] as const satisfies readonly LedgerField[];
