/** How large the editor makes a table in notes; browsers lay tables out cell by cell. */
export const NOTES_TABLE_LIMITS = {
  columnsMax: 50,
  rowsMax: 200,
  columnSpanMax: 50,
  rowSpanMax: 200,
} as const;

/** What the server takes and everybody is shown: above what one editor makes, because two may add to a table at the same time. */
export const NOTES_TABLE_BOUNDS = { columnsMax: 75, rowsMax: 300 } as const;

const COLUMN_WIDTH_MAX_PX = 10_000;

/**
 * Whether an attribute of notes may hold a value. Those that decide how large a table is laid out are bounded: one cell over
 * fifty million columns would stop every browser that opens the notes. What editors make of any other value is harmless.
 */
export function isNotesAttribute(name: string, value: unknown): boolean {
  switch (name) {
    case "colspan":
      return isWhole(value, 1, NOTES_TABLE_LIMITS.columnSpanMax);
    case "rowspan":
      return isWhole(value, 1, NOTES_TABLE_LIMITS.rowSpanMax);
    case "colwidth":
      return value === null || isColumnWidths(value);
    default:
      return true;
  }
}

function isColumnWidths(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= NOTES_TABLE_LIMITS.columnSpanMax &&
    value.every((widthPx) => isWhole(widthPx, 0, COLUMN_WIDTH_MAX_PX))
  );
}

function isWhole(value: unknown, from: number, to: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= from && value <= to;
}
