import type { ConnectionState } from "../../sync/connection-state.ts";
import { useConnection } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import { OutboxMenu } from "../session/outbox-menu.tsx";

const TONES: Record<ConnectionState["status"], TagTone> = {
  connecting: "plain",
  online: "done",
  offline: "waiting",
  refused: "waiting",
};

/** Whether the line stands, and how much has not reached the server yet. */
export function ConnectionTag() {
  const { connection } = useMessages().common;
  const { status } = useConnection();
  return (
    <>
      <OutboxMenu />
      <span role="status">
        <Tag tone={TONES[status]}>{connection[status]}</Tag>
      </span>
    </>
  );
}
