import { Button, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import { roomRecordId } from "../../../shared/domain/rooms/records.ts";
import type { RoundGroup } from "../../../shared/protocol/commands/rounds.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useRecord } from "../../sync/hooks.ts";
import { LimitedTextInput } from "../../ui/forms/limited-text.tsx";
import { SubmitForm } from "../../ui/forms/submit-form.tsx";
import { checkText } from "../../ui/forms/text-problem.ts";
import styles from "./rounds.module.css";
import type { RoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Round } from "./use-rounds.ts";

const MAX_DIGITS = `${LIMITS.roundSeatsMax}`.length;

interface Props {
  readonly round: Round;
  readonly group: RoundGroup;
  readonly acts: RoundActs;
}

/** 设置 of a group, over it so that nothing moves: its name, what it talks about, how many seats it has. */
export function GroupForm(props: Props) {
  const words = useRoundWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      width={280}
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      // Who looks something up on the board meanwhile keeps what is typed.
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={words.describeOf(props.group.name)}
          onClick={() => setOpen(!isOpen)}
        >
          {words.describe}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.describeOf(props.group.name)}>
        <Fields {...props} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields({ round, group, acts, onClose }: Props & { readonly onClose: () => void }) {
  const words = useRoundWords();
  const hasRoom = useRecord("room", roomRecordId(group.roomId)) !== undefined;
  const [name, setName] = useState(group.name);
  const [topic, setTopic] = useState(group.topic ?? "");
  const [seats, setSeats] = useState(group.max === null ? "" : `${group.max}`);
  const checkedName = checkText(name, LIMITS.roomNameMaxChars);
  const checkedTopic = checkText(topic, LIMITS.groupTopicMaxChars);
  const max = readSeats(seats);
  const isTopicKept = checkedTopic.ok || checkedTopic.code === "text_empty";
  const submit = async () => {
    if (!checkedName.ok || !isTopicKept || max === undefined) return;
    const now = { name: checkedName.text, max, ...(checkedTopic.ok && { topic: checkedTopic.text }) };
    if (await acts.describe(round, group, now)) onClose();
  };
  return (
    <SubmitForm onSubmit={submit}>
      <div className={styles.fields}>
        <LimitedTextInput
          size="sm"
          label={words.groupNameLabel}
          disabled={hasRoom}
          {...(hasRoom && { description: words.groupNameHint })}
          value={name}
          maxChars={LIMITS.roomNameMaxChars}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <LimitedTextInput
          size="sm"
          label={words.topic}
          value={topic}
          maxChars={LIMITS.groupTopicMaxChars}
          onChange={(event) => setTopic(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          label={words.seatsMax}
          inputMode="numeric"
          maxLength={MAX_DIGITS}
          value={seats}
          error={max === undefined}
          onChange={(event) => setSeats(event.currentTarget.value)}
        />
        <div className={styles.row}>
          <Button
            type="submit"
            size="compact-md"
            disabled={!checkedName.ok || !isTopicKept || max === undefined}
          >
            {words.save}
          </Button>
          <Button size="compact-md" variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </SubmitForm>
  );
}

/** Seats as they are typed, in full-width digits too; null where nothing is, undefined where it is no number of seats. */
function readSeats(text: string): number | null | undefined {
  const digits = text.normalize("NFKC").trim();
  if (digits === "") return null;
  const count = /^\d+$/.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= LIMITS.roundSeatsMax ? count : undefined;
}
