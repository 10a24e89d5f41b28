import { Button } from "@mantine/core";
import type { OutlineSection } from "../../../../shared/documents/outline.ts";
import { inSetupOrder } from "../../../../shared/documents/sections/setup-order.ts";
import type { DocumentSetup } from "../../../../shared/domain/documents/records.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { SectionList } from "./section-list.tsx";
import styles from "./setup-panel.module.css";
import type { ArrangeDocument } from "./use-document-setup.ts";

interface Props {
  readonly sections: readonly OutlineSection[];
  readonly setup: DocumentSetup;
  readonly arrange: ArrangeDocument;
  readonly isReadOnly: boolean;
}

/** The sections of a document, and the parts that every room has, as they are ordered and shown by now. */
export function SectionLists({ sections, setup, arrange, isReadOnly }: Props) {
  const { sections: words, done } = useAllMessages().documentSetup;
  const ordered = inSetupOrder(sections, setup.sections);
  const whole = ordered.filter(({ isPart }) => isPart === undefined);
  const parts = ordered.filter(({ isPart }) => isPart === true);
  const order = (first: readonly string[], rest: readonly OutlineSection[]) =>
    void arrange(
      done.ordered,
      {
        // What can no longer be named stands where it is built.
        sections: [...first, ...rest.map(({ key }) => key)].slice(0, LIMITS.documentSectionsMax),
      },
      { sections: [...setup.sections] },
    );
  const toggle = ({ key, title }: OutlineSection) => {
    const isHidden = setup.hidden.includes(key);
    const [hide, show] = [{ hide: [key] }, { show: [key] }];
    return void arrange(
      isHidden ? done.shown(title) : done.hidden(title),
      isHidden ? show : hide,
      isHidden ? hide : show,
    );
  };
  const list = { hidden: setup.hidden, isReadOnly, onToggle: toggle };
  if (ordered.length === 0) return <p className={styles.hint}>{words.none}</p>;
  return (
    <>
      <SectionList {...list} label={words.list} sections={whole} onOrder={(keys) => order(keys, parts)} />
      {parts.length > 0 && (
        <>
          <p className={styles.label}>{words.partsTitle}</p>
          <SectionList
            {...list}
            label={words.parts}
            sections={parts}
            onOrder={(keys) => order(keys, whole)}
          />
        </>
      )}
      {!isReadOnly && <p className={styles.hint}>{words.hint}</p>}
      {!isReadOnly && setup.sections.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={singlePress(
            () => void arrange(done.ordered, { sections: [] }, { sections: [...setup.sections] }),
          )}
        >
          {words.asBuilt}
        </Button>
      )}
    </>
  );
}
