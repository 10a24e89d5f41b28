import { useMessages } from "../../../ui/language.tsx";
import type { RosterReply, SheetReport } from "../roster-reply.ts";
import classes from "./import-preview.module.css";

/** What is to be said of the file as a whole: groups without a room, sheets and rows passed over. */
export function ImportRemarks({ plan }: { plan: RosterReply }) {
  const { common, roster } = useMessages();
  const sheets = useSheetRemarks(plan.sheets);
  return (
    <div className={classes.remarks}>
      {plan.unknownGroups.length > 0 && (
        <p className={classes.warning}>
          {roster.preview.unknownGroups(plan.unknownGroups.join(common.listSeparator))}
        </p>
      )}
      {sheets.length > 0 && (
        <ul>
          {sheets.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useSheetRemarks(sheets: readonly SheetReport[]): string[] {
  const { common, rosterReading } = useMessages();
  const words = rosterReading.sheets;
  return sheets.flatMap((report) => {
    const sheet = report.sheet ?? "";
    if (report.outcome === "hidden") return [words.hidden(sheet)];
    if (report.outcome === "no_table") return [words.noTable(sheet)];
    const { people = 0, unusedHeadings = [], ignoredRows = [] } = report;
    const remarks = sheets.length > 1 ? [words.read(sheet, people)] : [];
    if (unusedHeadings.length > 0)
      remarks.push(words.unusedHeadings(unusedHeadings.join(common.listSeparator)));
    for (const { row, text } of ignoredRows) remarks.push(words.ignoredRow(row, text));
    return remarks;
  });
}
