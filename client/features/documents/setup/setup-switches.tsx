import { SegmentedControl, Switch } from "@mantine/core";
import type { DocumentSwitch } from "../../../../shared/documents/documents.ts";
import { type DocumentSetup, EMPTY_RED_HEAD } from "../../../../shared/domain/documents/records.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import styles from "./setup-panel.module.css";
import type { ArrangeDocument } from "./use-document-setup.ts";

const GROUPINGS = ["room", "unit"] as const;

interface Props {
  /** Those the document has. */
  readonly switches: readonly DocumentSwitch[];
  readonly setup: DocumentSetup;
  readonly arrange: ArrangeDocument;
  readonly isReadOnly: boolean;
}

/** What stands in a document and under which head. */
export function SetupSwitches({ switches, setup, arrange, isReadOnly }: Props) {
  const { switches: words, done } = useAllMessages().documentSetup;
  const { redHead, grouping, namesAskers, disclosure } = setup;
  const forStaff = disclosure === "staff";
  const group = (next: (typeof GROUPINGS)[number]) =>
    void arrange(done.grouping(words.groupings[next]), { grouping: next }, { grouping });
  return (
    <div className={styles.switches}>
      {switches.includes("grouping") && (
        <div>
          <p className={styles.label}>{words.grouping}</p>
          <SegmentedControl
            aria-label={words.grouping}
            value={grouping}
            disabled={isReadOnly}
            data={GROUPINGS.map((value) => ({ value, label: words.groupings[value] }))}
            onChange={(value) => group(value as (typeof GROUPINGS)[number])}
          />
        </div>
      )}
      {switches.includes("namesAskers") && (
        <Switch
          label={words.namesAskers}
          description={words.namesAskersHint}
          checked={namesAskers}
          disabled={isReadOnly}
          onChange={() =>
            void arrange(
              namesAskers ? done.unnamed : done.named,
              { namesAskers: !namesAskers },
              { namesAskers },
            )
          }
        />
      )}
      {switches.includes("disclosure") && (
        <Switch
          label={words.forStaff}
          description={words.forStaffHint}
          checked={forStaff}
          disabled={isReadOnly}
          onChange={() =>
            void arrange(
              forStaff ? done.open : done.staff,
              { disclosure: forStaff ? "open" : "staff" },
              { disclosure },
            )
          }
        />
      )}
      {switches.includes("redHead") && (
        <Switch
          label={words.redHead}
          description={words.redHeadHint}
          checked={redHead !== null}
          disabled={isReadOnly}
          onChange={() =>
            void arrange(
              redHead === null ? done.redHeadOn : done.redHeadOff,
              { redHead: redHead === null ? EMPTY_RED_HEAD : null },
              { redHead },
            )
          }
        />
      )}
    </div>
  );
}
