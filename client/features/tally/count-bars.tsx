import { useMessages } from "../../ui/language.tsx";
import styles from "./count-bars.module.css";
import type { CountRow } from "./count-rows.ts";

interface Props {
  /** What the rows are, such as 按主办单位. */
  readonly label: string;
  readonly rows: readonly CountRow[];
  /** Rows beyond these stand in a second column. */
  readonly columnRows: number;
}

/** How many questions each has and how many of them are answered. The bar says nothing the numbers do not. */
export function CountBars({ label, rows, columnRows }: Props) {
  const { tally: words } = useMessages().common;
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map((row) => (row.isSum === true ? 0 : row.public)));
  const half = Math.ceil(rows.length / 2);
  const columns = rows.length <= columnRows ? [rows] : [rows.slice(0, half), rows.slice(half)];
  return (
    <div>
      <p className={styles.head} aria-hidden="true">
        <span>{label}</span>
        <span>{words.answeredOfPublic}</span>
      </p>
      <div className={styles.columns}>
        {columns.map((column) => (
          <table key={column[0]?.name} className={styles.bars}>
            <caption className="visually-hidden">{label}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{label}</th>
                <th scope="col" colSpan={2}>
                  {words.answeredOfPublic}
                </th>
              </tr>
            </thead>
            <tbody>
              {column.map((row) => (
                <Row key={row.name} row={row} most={most} />
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  );
}

function Row({ row, most }: { row: CountRow; most: number }) {
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <span className={styles.nameText}>{row.name}</span>
      </th>
      <td className={styles.cell}>
        {row.isSum !== true && (
          <span className={styles.track} style={{ width: `${(row.public / most) * 100}%` }}>
            <span
              className={styles.fill}
              style={{ width: `${(row.answered / Math.max(1, row.public)) * 100}%` }}
            />
          </span>
        )}
      </td>
      <td className={styles.count}>
        {row.answered} / {row.public}
      </td>
    </tr>
  );
}
