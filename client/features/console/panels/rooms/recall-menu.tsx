import { Button, Menu } from "@mantine/core";
import { isRecalled, type RoomRecord } from "../../../../../shared/domain/rooms/records.ts";
import { useAllMessages } from "../../../../ui/language.tsx";
import { useSecondsLeft } from "../../../rooms/use-seconds-left.ts";
import { useConsole } from "../../console-context.ts";
import styles from "./rooms.module.css";

const CHOICES_SECONDS = [30, 60, 120, 300] as const;
/** What is meant where nobody says otherwise: the first that Enter chooses. */
const USUAL_SECONDS = 60;

/** 召回大会: all groups close at one moment and their people go to the plenary; the button counts, and takes it back. */
export function RecallMenu({ groups }: { groups: readonly RoomRecord[] }) {
  const words = useAllMessages().console.rooms;
  const { moderation } = useConsole();
  const recalled = groups.filter((group) => group.status === "open" && isRecalled(group));
  const moments = recalled.flatMap(({ closing }) => (closing === null ? [] : [closing.closesAt]));
  const seconds = useSecondsLeft(moments.length === 0 ? null : Math.max(...moments));
  const choices = [USUAL_SECONDS, ...CHOICES_SECONDS.filter((choice) => choice !== USUAL_SECONDS)] as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          className={styles.recall ?? ""}
          disabled={groups.every(({ status }) => status === "closed")}
        >
          {seconds === null ? words.recall : words.recalling(seconds)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {recalled.length > 0 && (
          <Menu.Item onClick={() => moderation.takeBackRecall(groups)}>{words.recallOff}</Menu.Item>
        )}
        <Menu.Label>{words.recallHint}</Menu.Label>
        {choices.map((choice) => (
          <Menu.Item key={choice} onClick={() => moderation.recall(groups, choice * 1_000)}>
            {words.recallAfter[choice]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
