import type { Counts } from "../../../shared/domain/tally/records.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./count-bars.module.css";

interface Props {
  /** What the rows are, such as 主办单位. */
  readonly label: string;
  readonly groups: Readonly<Record<string, Counts>>;
  /** The word for a row's name, where it is none itself. */
  readonly nameOf?: (name: string) => string;
  readonly rowsMax: number;
}

/** How many questions each has and how many of them are answered; the most first. The bar says nothing the numbers do not. */
export function CountBars({ label, groups, nameOf = (name) => name, rowsMax }: Props) {
  const { tally: words } = useMessages().common;
  const rows = Object.entries(groups)
    .sort(
      ([oneName, one], [otherName, other]) =>
        other.public - one.public || oneName.localeCompare(otherName, "zh-CN"),
    )
    .slice(0, rowsMax);
  const most = Math.max(1, ...rows.map(([, counts]) => counts.public));
  if (rows.length === 0) return null;
  return (
    <table className={styles.bars}>
      <caption className="visually-hidden">{label}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{words.answeredOfPublic}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, counts]) => (
          <tr key={name}>
            <th scope="row" className={styles.name}>
              {nameOf(name)}
            </th>
            <td className={styles.cell}>
              <span className={styles.track} style={{ width: `${(counts.public / most) * 100}%` }}>
                <span
                  className={styles.fill}
                  style={{ width: `${(counts.answered / Math.max(1, counts.public)) * 100}%` }}
                />
              </span>
            </td>
            <td className={styles.count}>
              {counts.answered} / {counts.public}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
