import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import type { NotesVersionView } from "../../../../shared/protocol/notes-versions.ts";
import { useCan, useConnection, useServerNowEvery } from "../../../sync/hooks.ts";
import { LimitedTextInput } from "../../../ui/forms/limited-text.tsx";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { SubmitForm } from "../../../ui/forms/submit-form.tsx";
import { fitsLimit } from "../../../ui/forms/text-problem.ts";
import { useLanguage, useMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import { ErrorState, errorText } from "../../../ui/states/error-state.tsx";
import { Loading } from "../../../ui/states/loading.tsx";
import { showProblem, useUndoNotice } from "../../../ui/undo.tsx";
import { useRequest } from "../../../ui/use-request.ts";
import { useVersions } from "./use-versions.ts";
import { VersionList } from "./version-list.tsx";
import { versionTime } from "./version-time.ts";
import { VersionView } from "./version-view.tsx";
import { VersionWriters } from "./version-writers.tsx";
import styles from "./versions.module.css";

const MINUTE_MS = 60_000;

/** 历史版本 of a room's notes: the list, one of them against now, and what can be done with it. */
export function VersionsPanel({ roomId }: { roomId: string }) {
  const messages = useMessages();
  const { versions: words } = messages.notes;
  const [language] = useLanguage();
  const can = useCan();
  const isOffline = useConnection().status === "offline";
  const nowMs = useServerNowEvery(MINUTE_MS);
  const undoNotice = useUndoNotice();
  const calls = useVersions(roomId);
  const [listed, refresh] = useRequest(calls.list);
  const [chosenId, setChosenId] = useState<string | null>(null);
  /** Counts what was done here: now is another now after it. */
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState<"save" | "restore" | null>(null);
  const [name, setName] = useState("");
  const mayWrite = can({ type: "notes.restore", roomId });

  const during = async (what: "save" | "restore", work: () => Promise<void>) => {
    setBusy(what);
    try {
      await work();
    } catch (error) {
      showProblem(errorText(error, messages));
    }
    // Another may have begun meanwhile.
    setBusy((now) => (now === what ? null : now));
    setRound((before) => before + 1);
    refresh();
  };
  const save = () =>
    during("save", async () => {
      const { version, isNew } = await calls.save(name.trim());
      notifications.show({ message: isNew ? words.saved : words.notSavedTwice });
      setName("");
      setChosenId(version.versionId);
    });
  const putBack = (versionId: string) =>
    during("restore", async () => {
      await calls.restore(versionId);
      notifications.show({ message: words.restoredBack });
    });
  const restore = ({ versionId, at }: NotesVersionView) =>
    during("restore", async () => {
      const { before, isChanged } = await calls.restore(versionId);
      if (!isChanged) notifications.show({ message: words.alreadySo });
      else undoNotice(words.restored(versionTime(at, nowMs, language)), () => void putBack(before.versionId));
    });

  if (listed.status === "loading") return <Loading />;
  if (listed.status === "failed") return <ErrorState error={listed.error} onRetry={refresh} />;
  const { versions } = listed.value;
  const isNameFit = fitsLimit(name, LIMITS.versionNameMaxChars);
  const chosen = versions.find(({ versionId }) => versionId === chosenId) ?? null;
  return (
    <Stack gap="sm">
      {isOffline && (
        <p role="status" className={styles.notice}>
          {words.offline}
        </p>
      )}
      <div className={styles.panel}>
        <Stack gap="sm" className={styles.side ?? ""}>
          {mayWrite && (
            <SubmitForm
              onSubmit={() => {
                // While a version is put back this one is kept all the same: a press is not lost.
                if (busy !== "save" && !isOffline && isNameFit) void save();
              }}
            >
              <LimitedTextInput
                label={words.nameLabel}
                placeholder={words.namePlaceholder}
                maxChars={LIMITS.versionNameMaxChars}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button mt={6} type="submit" variant="default" loading={busy === "save"} disabled={isOffline}>
                {words.save}
              </Button>
            </SubmitForm>
          )}
          <Group justify="space-between">
            <h3 className={styles.smallHead}>{words.list}</h3>
            <Button variant="subtle" size="compact-sm" onClick={singlePress(refresh)}>
              {words.refresh}
            </Button>
          </Group>
          <VersionList versions={versions} chosenId={chosenId} nowMs={nowMs} onChoose={setChosenId} />
        </Stack>
        {chosen !== null ? (
          <VersionView
            key={`${chosen.versionId} ${round}`}
            roomId={roomId}
            version={chosen}
            calls={calls}
            nowMs={nowMs}
            mayRestore={mayWrite && !isOffline}
            isBusy={busy === "restore"}
            onRestore={() => void restore(chosen)}
          />
        ) : (
          <div>
            {versions.length === 0 ? (
              <EmptyState title={words.empty} hint={mayWrite ? words.emptyHintSave : words.emptyHint} />
            ) : (
              <EmptyState title={words.choose} />
            )}
            <VersionWriters roomId={roomId} version={null} />
          </div>
        )}
      </div>
    </Stack>
  );
}
