import { type CSSProperties, memo } from "react";
import type { PreviewPlace } from "../../../../shared/documents/preview.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { excerpt } from "../../../ui/text/excerpt.ts";
import styles from "./block-frames.module.css";

const NAME_MAX_CHARS = 30;

/** What is to be seen of a place beside its text. */
export interface PlaceLook {
  readonly isEdited: boolean;
  /** The text below it has changed since it was worded. */
  readonly isChanged: boolean;
  readonly isMissing: boolean;
  /** What will stand there once it is sent and set; null where that stands there already. */
  readonly coming: { readonly text: string; readonly isUnsent: boolean } | null;
}

interface Props {
  /** On this page, in the order of the document. */
  readonly places: readonly PreviewPlace[];
  /** Keys whose text begins on this page. */
  readonly beginning: ReadonlySet<string>;
  readonly scale: number;
  readonly lookOf: (key: string) => PlaceLook;
  /** The one that Tab leads to. */
  readonly current: string | null;
  readonly canEdit: boolean;
  readonly onEdit: (key: string) => void;
  readonly onFocus: (key: string) => void;
}

/** Frames around the texts of a page, each a button that opens it. */
export const BlockFrames = memo(function BlockFrames(props: Props) {
  const { places, beginning, scale, lookOf, current, canEdit, onEdit, onFocus } = props;
  const words = useAllMessages().preview.block;
  const seen = new Set<string>();
  return places.map((place) => {
    const { key, text } = place;
    const look = lookOf(key);
    const isFirst = beginning.has(key) && !seen.has(key);
    seen.add(key);
    const states = [look.isEdited && words.edited, look.isMissing && words.missing].filter(Boolean);
    const said = text === "" ? words.empty : excerpt(text, NAME_MAX_CHARS);
    return (
      <button
        key={`${key} ${place.yPt} ${place.xPt}`}
        type="button"
        className={styles.frame}
        style={frameStyle(place, scale)}
        data-key={isFirst ? key : undefined}
        data-edited={look.isEdited || undefined}
        data-changed={look.isChanged || undefined}
        data-missing={look.isMissing || undefined}
        data-current={key === current || undefined}
        aria-hidden={!isFirst || undefined}
        aria-label={[words.edit(said), ...states].join(" · ")}
        aria-disabled={!canEdit || undefined}
        tabIndex={isFirst && key === current ? 0 : -1}
        onClick={() => canEdit && onEdit(key)}
        onFocus={() => onFocus(key)}
      >
        {look.coming !== null && isFirst && (
          <span className={styles.coming} style={typeStyle(place, scale)}>
            {look.coming.text === "" ? words.leftOut : look.coming.text}
            {look.coming.isUnsent && <span className={styles.tag}>{words.waiting}</span>}
          </span>
        )}
      </button>
    );
  });
});

function frameStyle({ xPt, yPt, widthPt, heightPt }: PreviewPlace, scale: number): CSSProperties {
  return { left: xPt * scale, top: yPt * scale, width: widthPt * scale, height: heightPt * scale };
}

function typeStyle({ sizePt, pitchPt, firstPt }: PreviewPlace, scale: number): CSSProperties {
  return {
    top: ((sizePt - pitchPt) / 2) * scale,
    fontSize: sizePt * scale,
    lineHeight: `${pitchPt * scale}px`,
    textIndent: Math.max(firstPt, 0) * scale,
  };
}
