import { isReadOnly, SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useConnection, useRecord, useRecords } from "../../sync/hooks.ts";
import { useSocketBlocked } from "../../sync/use-socket-blocked.ts";
import { useMessages } from "../../ui/language.tsx";
import { Banner } from "../../ui/states/banner.tsx";
import { RefusalAct } from "./refusal-act.tsx";
import { refusalWords } from "./refusal-words.ts";

interface Props {
  /** Said of a sealed session where work goes on after sealing; else nothing can be written any more. */
  readonly goesOnSealed?: string;
}

/** The states of a whole session screen: cut off, refused, sealed, a rehearsal. Nothing in the good case. */
export function SessionBanners({ goesOnSealed }: Props) {
  const messages = useMessages();
  const { common, errors } = messages;
  const { status, error } = useConnection();
  const isDown = status === "connecting" || (status === "offline" && error === undefined);
  const isBlocked = useSocketBlocked(isDown);
  const session = useRecord("session", SESSION_RECORD_ID);
  const isSealed = session?.status === "sealed";
  const isStaff = useCan()({ type: "documents.read" });
  const hasLedger = useRecords("followup").length > 0 || isStaff;
  const sealed = hasLedger ? common.sealedButLedger : common.sealed;
  return (
    <>
      {isBlocked && (
        <Banner tone="problem" title={common.connection.blockedTitle} hint={common.connection.blockedHint} />
      )}
      {status === "offline" && !isBlocked && (
        <Banner
          tone="waiting"
          title={error === undefined ? common.connection.offlineTitle : errors[error.code]}
          // Where nothing can be written, nothing waits to be submitted.
          {...((!isReadOnly(session) || goesOnSealed !== undefined) && {
            hint: common.connection.offlineHint,
          })}
        />
      )}
      {status === "refused" && error !== undefined && session !== undefined && (
        <Banner tone="problem" title={refusalWords(error.code, messages)}>
          <RefusalAct code={error.code} />
        </Banner>
      )}
      {session?.rehearsalOf !== undefined && (
        <Banner tone="trial" title={common.rehearsal.band} hint={common.rehearsal.bandHint} />
      )}
      {session?.openedAt !== undefined && (
        <Banner tone="notice" title={common.openedCopy.band} hint={common.openedCopy.bandHint} />
      )}
      {isSealed && session.openedAt === undefined && <Banner tone="notice" title={goesOnSealed ?? sealed} />}
    </>
  );
}
