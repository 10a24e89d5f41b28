/** A group as it is laid out in the smallest letters. */
export interface LaidOutGroup {
  /** Of its name and who leads, with the distance to the group above. */
  readonly headPx: number;
  readonly rowsPx: readonly number[];
}

/** How high a column may be. */
export interface SeatRoom {
  /** Where all of it is on one page. */
  readonly alonePx: number;
  /** On a page that says which of several it is. */
  readonly pagePx: number;
}

/** Some rows of a group: from `from`, without `to`. */
export interface GroupPart {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/** Columns of a page, each with the parts one below the other. */
export type SeatPage = readonly (readonly GroupPart[])[];

/** As many as can be read side by side. */
export const COLUMNS = 3;

/** Whole groups column by column and page by page; only what is longer than a column goes on in the next. */
export function seatPagesOf(groups: readonly LaidOutGroup[], room: SeatRoom): SeatPage[] {
  const alone = columnsOf(groups, room.alonePx);
  if (alone.length <= COLUMNS) return [alone];
  const columns = columnsOf(groups, room.pagePx);
  return Array.from({ length: Math.ceil(columns.length / COLUMNS) }, (_, page) =>
    columns.slice(page * COLUMNS, (page + 1) * COLUMNS),
  );
}

function columnsOf(groups: readonly LaidOutGroup[], columnPx: number): GroupPart[][] {
  const columns: GroupPart[][] = [[]];
  let leftPx = columnPx;
  const turn = () => {
    columns.push([]);
    leftPx = columnPx;
  };
  for (const [group, { headPx, rowsPx }] of groups.entries()) {
    const wholePx = rowsPx.reduce((sum, px) => sum + px, headPx);
    const isEmpty = columns.at(-1)?.length === 0;
    if (wholePx > leftPx && !isEmpty) turn();
    for (let from = 0; from < rowsPx.length; ) {
      const to = from + Math.max(1, rowsIn(rowsPx.slice(from), leftPx - headPx));
      columns.at(-1)?.push({ group, from, to });
      leftPx -= rowsPx.slice(from, to).reduce((sum, px) => sum + px, headPx);
      from = to;
      if (from < rowsPx.length) turn();
    }
  }
  return columns;
}

/** How many of the first rows fit. */
function rowsIn(rowsPx: readonly number[], px: number): number {
  let sumPx = 0;
  const beyond = rowsPx.findIndex((rowPx) => {
    sumPx += rowPx;
    return sumPx > px;
  });
  return beyond === -1 ? rowsPx.length : beyond;
}
