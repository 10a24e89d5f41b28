import { Tabs } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { DOCUMENTS } from "../../../../shared/documents/documents.ts";
import type { DocumentOutline } from "../../../../shared/documents/outline.ts";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { useCan } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Wordings } from "../preview/use-wordings.ts";
import { EditList } from "./edit-list.tsx";
import { MissingList } from "./missing-list.tsx";
import { focusRedHead, RedHeadForm } from "./red-head-form.tsx";
import { SectionLists } from "./section-lists.tsx";
import styles from "./setup-panel.module.css";
import { SetupSwitches } from "./setup-switches.tsx";
import { useArrangeDocument, useDocumentSetup } from "./use-document-setup.ts";

type Tab = "setup" | "missing" | "edits";

interface Props {
  readonly documentName: DocumentName;
  readonly outline: DocumentOutline;
  readonly wordings: Wordings;
  /** Shows where a place of the document is. */
  readonly onGoTo: (key: string) => void;
  /** The document was set up otherwise here. */
  readonly onArranged: () => void;
}

/** Beside a document: what is missing in it, what stands in it and in which order, and how it was worded. */
export function SetupPanel({ documentName, outline, wordings, onGoTo, onArranged }: Props) {
  const words = useAllMessages().documentSetup;
  const setup = useDocumentSetup(documentName);
  const arrange = useArrangeDocument(documentName, onArranged);
  const mayArrange = useCan()({ type: "document.arrange" });
  const { switches } = DOCUMENTS[documentName];
  const [tab, setTab] = useState<Tab>("setup");
  const [seeksRedHead, setSeeksRedHead] = useState(false);
  useEffect(() => {
    if (!seeksRedHead) return;
    focusRedHead();
    setSeeksRedHead(false);
  }, [seeksRedHead]);
  const toRedHead = () => {
    setTab("setup");
    setSeeksRedHead(true);
  };
  const contested = outline.edits.filter(({ state }) => state !== "applied").length;
  return (
    <aside className={styles.panel} aria-label={words.title}>
      <Tabs value={tab} onChange={(next) => setTab((next ?? "setup") as Tab)} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="setup">{words.tabs.setup}</Tabs.Tab>
          <Tabs.Tab value="missing">{words.tabs.missing(outline.missing.length)}</Tabs.Tab>
          <Tabs.Tab value="edits">
            {words.tabs.edits(outline.edits.length)}{" "}
            {contested > 0 && <Tag tone="waiting">{words.tabs.contested(contested)}</Tag>}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="setup" className={styles.body}>
          {!mayArrange && <p className={styles.hint}>{words.readOnly}</p>}
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
            <SectionLists
              sections={outline.sections}
              setup={setup}
              arrange={arrange}
              isReadOnly={!mayArrange}
            />
          </Part>
        </Tabs.Panel>
        <Tabs.Panel value="missing" className={styles.body}>
          <MissingList missing={outline.missing} onGoTo={onGoTo} onRedHead={toRedHead} />
        </Tabs.Panel>
        <Tabs.Panel value="edits" className={styles.body}>
          <EditList edits={outline.edits} wordings={wordings} onGoTo={onGoTo} isReadOnly={!mayArrange} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={styles.partTitle}>{title}</h2>
      {children}
    </section>
  );
}
