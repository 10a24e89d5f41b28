import { Button, Modal } from "@mantine/core";
import { noticeRecordId } from "../../../shared/domain/notices/records.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { useConnection, useRecord } from "../../sync/hooks.ts";
import { WritingForm } from "../../ui/forms/writing-form.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import type { LineTo, WallActs } from "./use-wall-acts.ts";
import styles from "./wall.module.css";

interface Props {
  /** To whom; undefined while nobody is spoken to. */
  readonly to: LineTo | undefined;
  readonly acts: WallActs;
  readonly onClose: () => void;
}

/** Says a line to a room or to all, with the one that stands there now. */
export function SayLine({ to, acts, onClose }: Props) {
  const { wall: words } = useAllMessages();
  const title = to == null ? words.sayAllTitle : words.sayTo(to.name);
  return (
    <Modal opened={to !== undefined} onClose={onClose} title={title} size={520}>
      {to !== undefined && <LineForm key={to?.roomId ?? "all"} to={to} acts={acts} onClose={onClose} />}
    </Modal>
  );
}

function LineForm({ to, acts, onClose }: Props & { readonly to: LineTo }) {
  const { wall: words } = useAllMessages();
  const draft = useDraft(`line.${to?.roomId ?? "all"}`);
  const isOffline = useConnection().status !== "online";
  const standing = useRecord("notice", noticeRecordId(to?.roomId ?? null));
  return (
    <>
      {standing !== undefined && (
        <p className={styles.standing}>
          <span>
            {words.standing}
            {standing.text}
          </span>
          <Button variant="default" size="compact-sm" onClick={() => acts.withdraw(to)}>
            {words.withdraw}
          </Button>
        </p>
      )}
      <WritingForm
        draft={draft}
        label={words.sayLabel}
        placeholder={words.sayPlaceholder}
        rows={[2, 4]}
        maxChars={LIMITS.noticeMaxChars}
        submitLabel={words.saySubmit}
        hint={isOffline ? words.sayOffline : words.sayHint}
        isSubmittedByEnter
        isDisabled={isOffline}
        focus="dialog"
        look="full"
        onSubmit={(text) => {
          acts.say(to, text);
          onClose();
        }}
        onCancel={onClose}
      />
    </>
  );
}
