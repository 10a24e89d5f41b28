import type { ReactNode } from "react";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useConnection, useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import { TopBar } from "../../ui/top-bar.tsx";
import { LiveTimer } from "../timers/live-timer.tsx";
import { IdentityMenu } from "./identity-menu.tsx";
import { OutboxMenu } from "./outbox-menu.tsx";

const TONES: Record<ReturnType<typeof useConnection>["status"], TagTone> = {
  connecting: "plain",
  online: "done",
  offline: "waiting",
  refused: "live",
};

interface Props {
  /** What the screen is, where it is not the session itself, such as 主持台. */
  readonly title?: string;
  readonly waiting?: number;
  /** See `TopBar`. */
  readonly side?: string | undefined;
  /** The room that is looked at, whose time is told first. */
  readonly roomId?: string | undefined;
  /** Before the connection state, such as counts. */
  readonly children?: ReactNode;
}

/** The top bar of a screen inside a session: title, what is unsent, connection, in whose name one acts. */
export function SessionTopBar({ title, waiting = 0, side, roomId, children }: Props) {
  const { common } = useMessages();
  const { status } = useConnection();
  const session = useRecord("session", SESSION_RECORD_ID);
  return (
    <TopBar
      title={title ?? session?.title ?? ""}
      waiting={waiting}
      side={side}
      live={<LiveTimer roomId={roomId ?? null} />}
    >
      {children}
      <OutboxMenu />
      <span role="status">
        <Tag tone={TONES[status]}>{common.connection[status]}</Tag>
      </span>
      <IdentityMenu />
    </TopBar>
  );
}
