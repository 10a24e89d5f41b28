import { useMemo } from "react";
import { peerUnits } from "../../../shared/domain/people/peer-units.ts";
import type { TallyRecord } from "../../../shared/domain/tally/records.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { useOnlyAnsweringUnits } from "../questions/use-answering-units.ts";
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
  const order = useOnlyAnsweringUnits();
  const people = useRecords("person");
  const counties = useMemo(() => peerUnits(people), [people]);
  const { rows, rest, peers } = unitRows(tally.byUnit, { order, peers: counties }, rowsMax);
  const all = [
    ...rows,
    ...(rest === null ? [] : [{ name: words.otherUnits(rest.units), ...rest.counts, isSum: true }]),
    ...(peers === null ? [] : [{ name: words.peers, ...peers, isSum: true }]),
  ];
  return <CountBars label={words.byUnit} rows={all} columnRows={columnRows} />;
}
