import { Group } from "@mantine/core";
import { useConnection } from "../../../../sync/hooks.ts";
import { useAllMessages } from "../../../../ui/language.tsx";
import { useConsole } from "../../console-context.ts";
import { KeyButton } from "../../keys/key-button.tsx";
import { ReportTime } from "./report-time.tsx";

/** While a group reports: the one before and the one after it, each with its time. */
export function ReportSteps() {
  const { report: words } = useAllMessages().console.stage;
  const { reports } = useConsole();
  // What is beside is asked anew once the line is down, or up.
  useConnection();
  const [previous, next] = [reports.beside(-1), reports.beside(1)];
  return (
    <Group role="group" aria-label={words.steps} gap="xs" mt={8}>
      <KeyButton
        label={words.previous}
        shortcut="reportPrevious"
        isOff={previous === undefined}
        onPress={() => previous !== undefined && reports.show(previous, 1)}
      />
      <KeyButton
        label={words.next}
        shortcut="reportNext"
        isOff={next === undefined}
        onPress={() => next !== undefined && reports.show(next, 1)}
      />
      <ReportTime />
    </Group>
  );
}
