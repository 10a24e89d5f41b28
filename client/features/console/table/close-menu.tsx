import { Button, Menu } from "@mantine/core";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useConsole } from "../console-context.ts";

interface Props {
  readonly question: QuestionView;
  readonly opened: boolean;
  /** A drawer that opens puts the focus here. */
  readonly autoFocus?: boolean;
  readonly onOpened: (opened: boolean) => void;
  /** As high as the buttons beside it. */
  readonly size?: "compact-sm" | "compact-md";
}

/** 办结: solved, or on to the ledger. */
export function CloseMenu({ question, opened, autoFocus, onOpened, size = "compact-sm" }: Props) {
  const { acts } = useAllMessages().console;
  const { moderation } = useConsole();
  return (
    <Menu opened={opened} onChange={onOpened} position="bottom-end">
      <Menu.Target>
        <Button size={size} variant="default" aria-keyshortcuts="C" data-autofocus={autoFocus || undefined}>
          {acts.close}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => moderation.close(question, "resolved")}>{acts.resolved}</Menu.Item>
        <Menu.Item onClick={() => moderation.close(question, "follow-up")}>{acts.followUp}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
