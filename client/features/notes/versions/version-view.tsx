import { Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { useCallback, useState } from "react";
import type { NotesVersionView } from "../../../../shared/protocol/notes-versions.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useMessages } from "../../../ui/language.tsx";
import { ErrorState } from "../../../ui/states/error-state.tsx";
import { Loading } from "../../../ui/states/loading.tsx";
import { useRequest } from "../../../ui/use-request.ts";
import type { VersionCalls } from "./use-versions.ts";
import { VersionLines } from "./version-lines.tsx";
import { VersionHead } from "./version-list.tsx";
import { VersionWriters } from "./version-writers.tsx";
import styles from "./versions.module.css";

interface Props {
  readonly roomId: string;
  readonly version: NotesVersionView;
  readonly calls: VersionCalls;
  readonly nowMs: number;
  /** Whether a version may be put back; else the reason stands in its place. */
  readonly mayRestore: boolean;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
}

/** One version: what stood there, against what stands now, and the way back to it. */
export function VersionView({ roomId, version, calls, nowMs, mayRestore, isBusy, onRestore }: Props) {
  const { versions: words } = useMessages().notes;
  const [view, setView] = useState<"compare" | "alone">("compare");
  const { versionId } = version;
  const [looked, again] = useRequest(useCallback(() => calls.look(versionId), [calls, versionId]));
  return (
    <Stack gap="sm" className={styles.view ?? ""}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div className={styles.viewHead}>
          <VersionHead version={version} nowMs={nowMs} />
        </div>
        {mayRestore && (
          <Button loading={isBusy} onClick={singlePress(onRestore)}>
            {words.restore}
          </Button>
        )}
      </Group>
      <p className={styles.mute}>{mayRestore ? words.restoreHint : words.onlyRead}</p>
      <SegmentedControl
        aria-label={words.view}
        value={view}
        onChange={setView}
        data={[
          { value: "compare", label: words.compare },
          { value: "alone", label: words.alone },
        ]}
      />
      {looked.status === "loading" && <Loading />}
      {looked.status === "failed" && <ErrorState error={looked.error} onRetry={again} />}
      {looked.status === "done" && (
        <>
          {looked.value.truncated && <p className={styles.mute}>{words.truncated}</p>}
          <VersionLines lines={looked.value.lines} isCompared={view === "compare"} />
        </>
      )}
      <VersionWriters roomId={roomId} version={version} />
    </Stack>
  );
}
