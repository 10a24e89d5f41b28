import type { TallyRecord } from "../../../shared/domain/tally/records.ts";
import { useMessages } from "../../ui/language.tsx";
import { useMunicipalUnits } from "../questions/use-municipal-units.ts";
import { CountBars } from "./count-bars.tsx";
import { unitRows } from "./count-rows.ts";

interface Props {
  readonly tally: TallyRecord;
  readonly rowsMax: number;
  /** Rows beyond these stand in a second column. */
  readonly columnRows?: number;
}

/** What each unit leads and has answered, by 排序号: a wall in front of leaders keeps their order and leaves nobody out. */
export function UnitBars({ tally, rowsMax, columnRows = rowsMax }: Props) {
  const words = useMessages().common.tally;
  const { rows, rest } = unitRows(tally.byUnit, useMunicipalUnits(), rowsMax);
  const all =
    rest === null ? rows : [...rows, { name: words.otherUnits(rest.units), ...rest.counts, isSum: true }];
  return <CountBars label={words.byUnit} rows={all} columnRows={columnRows} />;
}
