import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import type { Action } from "../../../shared/protocol/actions.ts";
import { useCan, useConnection, useRecord, useViewer } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { NotJoined } from "./not-joined.tsx";
import { SessionBanners } from "./session-banners.tsx";
import { SessionTopBar } from "./session-top-bar.tsx";
import styles from "./staff-only.module.css";

interface Props {
  /** What the viewer must be allowed to. */
  readonly may: Action;
  readonly words: { readonly title: string; readonly staffOnly: string };
  readonly children: ReactNode;
}

/** A screen for staff; others are told so, and shown the way to their room. */
export function StaffOnly({ may, words, children }: Props) {
  const { common, console } = useAllMessages();
  const isOpened = useRecord("session", SESSION_RECORD_ID)?.openedAt !== undefined;
  const { sessionId = "" } = useParams();
  const { status } = useConnection();
  const isJoined = useViewer() !== undefined;
  if (useCan()(may)) return children;
  return (
    <div className={styles.page}>
      <SessionTopBar title={words.title} />
      <SessionBanners />
      <main id="content">
        {isJoined && status === "online" ? (
          <EmptyState
            title={isOpened ? common.openedCopy.notHere : words.staffOnly}
            {...(!isOpened && { hint: console.staffOnlyHint })}
          >
            <Anchor component={Link} to={`/s/${sessionId}/room`}>
              {console.toRoom}
            </Anchor>
          </EmptyState>
        ) : (
          <NotJoined />
        )}
      </main>
    </div>
  );
}
