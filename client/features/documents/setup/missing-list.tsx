import { Anchor, Button } from "@mantine/core";
import { Link, useParams } from "react-router";
import type { FillPlace, MissingFact } from "../../../../shared/documents/outline.ts";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { useRecord, useRecords, useViewer } from "../../../sync/hooks.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { fillAddress } from "./fill-address.ts";
import styles from "./setup-panel.module.css";

interface Props {
  readonly missing: readonly MissingFact[];
  readonly onGoTo: (key: string) => void;
  /** Leads to the form of the red head. */
  readonly onRedHead: () => void;
}

/** What a document says is to be filled in: where it stands, and the way to where it is filled in. */
export function MissingList({ missing, onGoTo, onRedHead }: Props) {
  const words = useAllMessages().documentSetup.missing;
  if (missing.length === 0) return <p className={styles.hint}>{words.none}</p>;
  return (
    <ul className={styles.list}>
      {missing.map(({ key, label, fill }) => (
        <li key={`${key} ${label}`} className={styles.entry}>
          <p className={styles.text}>{label}</p>
          <span className={styles.acts}>
            {fill.at !== "redHead" && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words.findOf(label)}
                onClick={singlePress(() => onGoTo(key))}
              >
                {words.find}
              </Button>
            )}
            <Fill label={label} place={fill} onRedHead={onRedHead} />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface FillProps {
  readonly label: string;
  readonly place: FillPlace;
  readonly onRedHead: () => void;
}

function Fill({ label, place, onRedHead }: FillProps) {
  const words = useAllMessages().documentSetup.missing;
  const { sessionId = "" } = useParams();
  const isOrganiser = useViewer()?.kind === "organiser";
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const speeches = useRecords("speech");
  const roomOf = (speechId: string) => speeches.find((speech) => speech.speechId === speechId)?.roomId;
  const address = fillAddress(place, { sessionId, isOrganiser, isSealed, roomOf });
  if (address === "redHead") {
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={words.fillOf(label)}
        onClick={singlePress(onRedHead)}
      >
        {words.fill}
      </Button>
    );
  }
  if (address === "sealed") return <span className={styles.hint}>{words.sealed}</span>;
  if (address === "organiser") return <span className={styles.hint}>{words.byOrganiser}</span>;
  return (
    <Anchor component={Link} to={address} aria-label={words.fillOf(label)}>
      {words.fill}
    </Anchor>
  );
}
