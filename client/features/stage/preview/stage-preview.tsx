import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import { type OwnPage, OwnPageContext } from "../own-page.ts";
import classes from "../stage.module.css";
import { StageFace } from "../stage-face.tsx";
import styles from "./stage-preview.module.css";

interface Props {
  readonly session: SessionRecord;
  /** Null: the welcome page. */
  readonly recordId: string | null;
  readonly own: OwnPage;
  /** What is looked at. */
  readonly label: string;
}

/** A page of the stage as the hall will read it, small. */
export function StagePreview({ session, recordId, own, label }: Props) {
  return (
    <figure className={styles.figure} aria-label={label}>
      <div className={`${classes.previewed} ${styles.screen}`} inert>
        <OwnPageContext value={own}>
          <StageFace session={session} recordId={recordId} line="" isPreview />
        </OwnPageContext>
      </div>
    </figure>
  );
}
