import { Button } from "@mantine/core";
import { useMessages } from "../../../ui/language.tsx";
import { useSettled } from "../../../ui/use-settled.ts";
import styles from "./questions-pane.module.css";

/** New questions are told together, not one by one. */
const ANNOUNCE_AFTER_MS = 1_000;

interface Props {
  readonly waiting: number;
  readonly drifted: boolean;
  readonly onShow: () => void;
}

/** The way to what came in meanwhile; it stands in the toolbar, so that nothing below it moves. */
export function ShowNew({ waiting, drifted, onShow }: Props) {
  const { room: words } = useMessages();
  const announced = useSettled(waiting, ANNOUNCE_AFTER_MS, (count) => count === 0);
  return (
    <div className={styles.showNew}>
      {(waiting > 0 || drifted) && (
        <Button variant="light" size="compact-sm" radius="xl" onClick={onShow}>
          {waiting > 0 ? words.showNew(waiting) : words.sortAgain}
        </Button>
      )}
      <span className="visually-hidden" role="status">
        {announced > 0 ? words.newAnnounced(announced) : ""}
      </span>
    </div>
  );
}
