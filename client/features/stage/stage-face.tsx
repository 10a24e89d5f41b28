import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { useMessages } from "../../ui/language.tsx";
import { typedAddress } from "../addresses/join-address.ts";
import { useJoinAddress } from "../addresses/use-join-address.ts";
import classes from "./stage.module.css";
import { StageContent } from "./stage-content.tsx";
import { StageFooter } from "./stage-footer.tsx";
import { StageTimer } from "./stage-timer.tsx";
import { StageWelcome } from "./stage-welcome.tsx";
import { useShownRecord } from "./use-shown-record.ts";

interface Props {
  readonly session: SessionRecord;
  /** What it shows; null: the welcome page. */
  readonly recordId: string | null;
  /** Said small at the top; empty where nothing is to be said. */
  readonly line: string;
  /** Whether it is seen before it is shown: no sound, and no part of the page around. */
  readonly isPreview?: boolean;
}

/** The whole picture at the projector: what this is, the time, the page, the counts. */
export function StageFace({ session, recordId, line, isPreview = false }: Props) {
  const { common } = useMessages();
  const record = useShownRecord(recordId);
  const { address } = useJoinAddress();
  const Main = isPreview ? "div" : "main";
  return (
    <div className={classes.stage}>
      <header className={classes.header}>
        <h1 className={classes.session}>{session.title}</h1>
        {session.rehearsalOf !== undefined && (
          <strong className={classes.rehearsal}>{common.rehearsal.tag}</strong>
        )}
        <span className={classes.line} role="status">
          {line}
        </span>
        <StageTimer isSilent={isPreview} />
      </header>
      <Main className={classes.main}>
        {record === null ? (
          <StageWelcome session={session} address={typedAddress(address)} />
        ) : (
          <StageContent record={record} />
        )}
      </Main>
      {/* The numbers have it all larger. */}
      {record?.kind !== "tally" && <StageFooter address={record === null ? null : typedAddress(address)} />}
    </div>
  );
}
