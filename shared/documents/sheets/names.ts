/** Spreadsheets of a session, named as in the address: `ledger.xlsx`. */
export const SHEET_FORMATS = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
