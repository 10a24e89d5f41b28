import { NativeSelect } from "@mantine/core";
import { useAllMessages } from "../../../../ui/language.tsx";
import { useConsole } from "../../console-context.ts";

const USUAL_MINUTES = [3, 5, 8, 10, 15, 20];
const NO_TIME = "none";

/** How long each group has to report. */
export function ReportTime() {
  const { console: words, timing } = useAllMessages();
  const { reports } = useConsole();
  const { minutes } = reports;
  return (
    <NativeSelect
      size="xs"
      aria-label={words.stage.report.time}
      value={minutes === null ? NO_TIME : `${minutes}`}
      onChange={({ currentTarget: { value } }) =>
        reports.setMinutes(value === NO_TIME ? null : Number(value))
      }
      data={[
        ...USUAL_MINUTES.map((count) => ({ value: `${count}`, label: timing.minutes(count) })),
        { value: NO_TIME, label: words.stage.report.noTime },
      ]}
    />
  );
}
