import { Button, Group } from "@mantine/core";
import { type CSSProperties, useEffect, useRef } from "react";
import type { OutlineEdit } from "../../../../shared/documents/outline.ts";
import type { PreviewPlace } from "../../../../shared/documents/preview.ts";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { cancelKey } from "../../../ui/forms/cancel-key.ts";
import { FormFrame } from "../../../ui/forms/form-frame.tsx";
import { LimitedTextarea } from "../../../ui/forms/limited-text.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import styles from "./edit-box.module.css";
import { useWordingDraft } from "./use-wording-draft.ts";
import type { Wordings } from "./use-wordings.ts";

/** A narrower cell has a wider box. */
const WIDTH_MIN_PX = 360;
const ROWS_MAX = 18;

export interface EditedPlace {
  readonly documentName: DocumentName;
  readonly place: PreviewPlace;
  /** What is built there. */
  readonly source: string;
  readonly edit: OutlineEdit | undefined;
  /** The document has it no longer. */
  readonly isGone: boolean;
}

interface Props {
  readonly edited: EditedPlace;
  readonly wordings: Wordings;
  /** From points to pixels. */
  readonly scale: number;
  readonly pageWidthPx: number;
  readonly onClose: () => void;
  readonly onRefused: () => void;
}

/** A text of a page as it is being worded: right over it, in its size. */
export function EditBox({ edited, wordings, scale, pageWidthPx, onClose, onRefused }: Props) {
  const { documentName, place, source, edit, isGone } = edited;
  const { form: words } = useAllMessages().preview;
  const form = useWordingDraft({ documentName, key: place.key, shown: place.text, source, edit }, wordings, {
    onDone: onClose,
    onRefused,
  });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    const field = box.current?.querySelector("textarea");
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves it from any of its fields and keeps what is typed.
    <div
      ref={box}
      className={styles.box}
      style={boxStyle(place, scale, pageWidthPx)}
      onKeyDown={cancelKey(onClose)}
    >
      <FormFrame
        look="compact"
        name={words.name}
        submitLabel={form.text.trim() === "" ? words.leaveOut : form.keepsOver ? words.keepOwn : words.save}
        submitTitle={words.saveTitle}
        onSubmit={form.save}
        onCancel={form.cancel}
        isEscapable={false}
        isReady={form.canSave}
        focusesFirst
      >
        <LimitedTextarea
          aria-label={words.text}
          autosize
          maxRows={ROWS_MAX}
          maxChars={LIMITS.documentTextMaxChars}
          classNames={{ input: styles.field ?? "" }}
          value={form.text}
          onChange={(event) => form.write(event.currentTarget.value)}
        />
        {form.others !== null && (
          <section className={styles.others} role="alert" aria-label={words.othersTitle}>
            <strong>{words.othersTitle}</strong>
            <p>{form.others.text ?? words.othersNone}</p>
            <Group gap="xs">
              <Button size="compact-sm" onClick={form.keep}>
                {words.keepMine}
              </Button>
              <Button size="compact-sm" variant="default" onClick={form.take}>
                {words.takeOthers}
              </Button>
            </Group>
          </section>
        )}
        {form.isResumed && <p className={styles.hint}>{words.resumed}</p>}
        {isGone && <p className={styles.note}>{words.gone}</p>}
        {form.isWorded && (
          <div className={styles.source}>
            <span>{edit?.state === "changed" ? words.sourceChanged : words.source}</span>
            <p>{source}</p>
            <Button size="compact-sm" variant="default" onClick={form.restore}>
              {edit?.state === "changed" ? words.takeSource : words.restore}
            </Button>
          </div>
        )}
      </FormFrame>
    </div>
  );
}

function boxStyle(place: PreviewPlace, scale: number, pageWidthPx: number): CSSProperties {
  const width = Math.min(Math.max(place.widthPt * scale, WIDTH_MIN_PX), pageWidthPx);
  const left = Math.min(place.xPt * scale, pageWidthPx - width);
  return {
    left,
    // A browser has as much above a line as below it, the page only what is between two.
    top: (place.yPt - (place.pitchPt - place.sizePt) / 2) * scale,
    width,
    "--size": `${place.sizePt * scale}px`,
    "--pitch": `${place.pitchPt * scale}px`,
    "--first": `${Math.max(place.firstPt, 0) * scale}px`,
  } as CSSProperties;
}
