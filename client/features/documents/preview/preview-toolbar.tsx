import { Button, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { DOCUMENT_NAMES, type DocumentName } from "../../../../shared/protocol/document-names.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import type { Zoom } from "./page-layout.ts";
import styles from "./preview-screen.module.css";

interface Props {
  readonly name: DocumentName;
  readonly onName: (name: DocumentName) => void;
  /** Null before there are pages. */
  readonly pages: {
    readonly page: number;
    readonly count: number;
    readonly goTo: (page: number) => void;
  } | null;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly missing: number;
  readonly onNextMissing: () => void;
  /** Whether the set-up is open beside the pages; absent where there are none. */
  readonly setup?: { readonly isOpen: boolean; readonly onToggle: () => void };
}

/** Which document, which page, how large, and where something is missing. */
export function PreviewToolbar(props: Props) {
  const { name, onName, pages, zoom, onZoom, missing, onNextMissing, setup } = props;
  const { documents, preview: words } = useAllMessages();
  return (
    <div className={styles.toolbar}>
      <NativeSelect
        aria-label={words.which}
        value={name}
        data={DOCUMENT_NAMES.map((one) => ({ value: one, label: documents.names[one] }))}
        onChange={(event) => onName(event.currentTarget.value as DocumentName)}
      />
      {pages !== null && <PageField {...pages} />}
      <SegmentedControl
        aria-label={words.zoom}
        value={zoom}
        data={(["width", "actual"] as const).map((value) => ({ value, label: words.zooms[value] }))}
        onChange={(value) => onZoom(value as Zoom)}
      />
      {pages !== null && (
        <span className={styles.missing}>
          {missing === 0 ? words.noMissing : words.missing(missing)}
          {missing > 0 && (
            <Button size="compact-sm" variant="default" onClick={onNextMissing}>
              {words.nextMissing}
            </Button>
          )}
        </span>
      )}
      {setup !== undefined && (
        <Button
          size="compact-md"
          variant="default"
          className={styles.setup}
          aria-expanded={setup.isOpen}
          onClick={setup.onToggle}
        >
          {setup.isOpen ? words.closeSetup : words.setup}
        </Button>
      )}
    </div>
  );
}

/** The page in view, and the way to another. */
function PageField({ page, count, goTo }: NonNullable<Props["pages"]>) {
  const words = useAllMessages().preview;
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const wanted = Number.parseInt((typed ?? "").normalize("NFKC"), 10);
    if (Number.isFinite(wanted)) goTo(wanted);
    setTyped(null);
  };
  return (
    <form
      className={styles.pageField}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <TextInput
        aria-label={words.pageField}
        inputMode="numeric"
        size="sm"
        classNames={{ input: styles.pageInput ?? "" }}
        value={typed ?? `${page}`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={go}
      />
      <span>{words.pageOf(count)}</span>
    </form>
  );
}
