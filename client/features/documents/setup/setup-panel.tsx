import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import { DOCUMENTS } from "../../../../shared/documents/documents.ts";
import type { DocumentOutline } from "../../../../shared/documents/outline.ts";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { useCan } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import type { Wordings } from "../preview/use-wordings.ts";
import { EditList } from "./edit-list.tsx";
import { MissingList } from "./missing-list.tsx";
import { RedHeadForm } from "./red-head-form.tsx";
import { SectionLists } from "./section-lists.tsx";
import styles from "./setup-panel.module.css";
import { SetupSwitches } from "./setup-switches.tsx";
import { useArrangeDocument, useDocumentSetup } from "./use-document-setup.ts";

interface Props {
  readonly documentName: DocumentName;
  readonly outline: DocumentOutline;
  readonly wordings: Wordings;
  /** Shows where a place of the document is. */
  readonly onGoTo: (key: string) => void;
  readonly onClose: () => void;
}

/** Beside a document: what is missing in it, what stands in it and in which order, and how it was worded. */
export function SetupPanel({ documentName, outline, wordings, onGoTo, onClose }: Props) {
  const { documentSetup: words, preview } = useAllMessages();
  const setup = useDocumentSetup(documentName);
  const arrange = useArrangeDocument(documentName);
  const mayArrange = useCan()({ type: "document.arrange" });
  const { switches } = DOCUMENTS[documentName];
  return (
    <aside className={styles.panel} aria-label={words.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <CloseButton aria-label={preview.closeSetup} onClick={onClose} />
      </header>
      {!mayArrange && <p className={styles.hint}>{words.readOnly}</p>}
      <Part title={words.missing.title(outline.missing.length)}>
        <MissingList missing={outline.missing} onGoTo={onGoTo} />
      </Part>
      {switches.length > 0 && (
        <Part title={words.switches.title}>
          <SetupSwitches switches={switches} setup={setup} arrange={arrange} isReadOnly={!mayArrange} />
          {setup.redHead !== null && switches.includes("redHead") && (
            <RedHeadForm
              documentName={documentName}
              redHead={setup.redHead}
              arrange={arrange}
              isReadOnly={!mayArrange}
            />
          )}
        </Part>
      )}
      <Part title={words.sections.title}>
        <SectionLists sections={outline.sections} setup={setup} arrange={arrange} isReadOnly={!mayArrange} />
      </Part>
      <Part title={words.edits.title(outline.edits.length)}>
        <EditList edits={outline.edits} wordings={wordings} onGoTo={onGoTo} isReadOnly={!mayArrange} />
      </Part>
    </aside>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.partTitle}>{title}</h3>
      {children}
    </section>
  );
}
