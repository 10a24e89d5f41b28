import { Drawer, Stack } from "@mantine/core";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { ActPanel } from "./act-panel.tsx";
import styles from "./followup-drawer.module.css";
import { FollowupFacts } from "./followup-facts.tsx";
import { StatusTag } from "./followup-tags.tsx";
import { ProgressList } from "./progress-list.tsx";

interface Props {
  readonly isOpen: boolean;
  /** Absent where it is gone, or no longer the viewer's. */
  readonly row: FollowupView | undefined;
  readonly now: number;
  readonly onClose: () => void;
}

/** Everything about one row: what it is, what the viewer may do, what has been done. */
export function FollowupDrawer({ isOpen, row, now, onClose }: Props) {
  const words = useAllMessages().followups;
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={620}
      title={row === undefined ? words.title : words.numbered(row.number)}
    >
      {row === undefined ? (
        <p>{words.details.gone}</p>
      ) : (
        <Stack gap="md" key={row.id}>
          <p className={styles.text}>{row.text}</p>
          <p>
            <StatusTag status={row.status} />
          </p>
          <ActPanel row={row} />
          <FollowupFacts row={row} now={now} />
          <ProgressList followupId={row.followupId} />
        </Stack>
      )}
    </Drawer>
  );
}
