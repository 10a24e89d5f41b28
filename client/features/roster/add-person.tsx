import { Autocomplete, Button, Checkbox, Group, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { dutySchema, type RosterPerson, sideSchema } from "../../../shared/protocol/commands/people.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useMessages } from "../../ui/language.tsx";
import { LimitedTextInput } from "../../ui/limited-text.tsx";
import { fitsLimit } from "../../ui/text-problem.ts";
import { useSubmitKey } from "../../ui/use-submit-key.ts";
import { groupedPin } from "./card-sheets.ts";
import classes from "./people-table.module.css";
import type { RosterEdits } from "./use-roster-edits.ts";

type Entry = Pick<RosterPerson, "name" | "unit" | "duties"> & {
  /** Empty until it is chosen: it decides what somebody may do, and nothing tells it. */
  readonly side: RosterPerson["side"] | "";
  readonly post: string;
  readonly group: string;
  readonly seat: string;
};
const BLANK: Entry = { name: "", unit: "", post: "", side: "", duties: [], group: "", seat: "" };

interface Props {
  readonly edits: RosterEdits;
  readonly groups: readonly string[];
  readonly onClose: () => void;
}

/** For the one who stands at the door and is on no list. */
export function AddPerson({ edits, groups, onClose }: Props) {
  const { common, errors, roster, rosterReading } = useMessages();
  const words = roster.people;
  const [entry, setEntry] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ done: string } | { problem: string } | null>(null);
  const change = (changes: Partial<Entry>) => setEntry({ ...entry, ...changes });
  const text = (field: "name" | "unit" | "post" | "seat", maxChars: number, missing?: string) => (
    <LimitedTextInput
      label={roster.fields[field]}
      value={entry[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      onKeyDown={onSubmitKey}
      maxChars={maxChars}
      error={tried && missing !== undefined && entry[field].trim() === "" ? missing : null}
    />
  );

  const submit = async () => {
    setTried(true);
    const { side } = entry;
    if (busy || entry.name.trim() === "" || entry.unit.trim() === "" || side === "") return;
    setBusy(true);
    setOutcome(await add({ ...entry, side }));
    setBusy(false);
  };
  /** Planned first: the import takes a known name for the same person, and this form only adds. */
  const add = async (whole: Entry & Pick<RosterPerson, "side">): Promise<typeof outcome> => {
    const row = (await edits.put(whole, true))?.rows[0];
    if (row === undefined) return null;
    if (row.status === "refused") return { problem: rosterReading.reasons[row.reason] };
    if (row.status !== "new") return { problem: words.exists(row.person.name, row.person.unit) };
    const added = (await edits.put(whole, false))?.people[0];
    if (added === undefined) return null;
    setEntry(BLANK);
    setTried(false);
    return { done: words.addDone(added.name, groupedPin(added.pin)) };
  };
  const onSubmitKey = useSubmitKey(submit);

  return (
    <section className={classes.add} aria-label={words.add}>
      {text("name", LIMITS.nameMaxChars, words.nameMissing)}
      {text("unit", LIMITS.unitMaxChars, words.unitMissing)}
      {text("post", LIMITS.postMaxChars)}
      <NativeSelect
        label={roster.fields.side}
        value={entry.side}
        onChange={(event) => change({ side: sideSchema.safeParse(event.currentTarget.value).data ?? "" })}
        data={[
          { value: "", label: words.chooseSide },
          ...sideSchema.options.map((side) => ({ value: side, label: roster.sides[side] })),
        ]}
        error={tried && entry.side === "" ? words.sideMissing : null}
      />
      <Autocomplete
        label={roster.fields.group}
        value={entry.group}
        onChange={(group) => change({ group })}
        data={[...groups]}
        error={fitsLimit(entry.group, LIMITS.groupMaxChars) ? null : errors.text_too_long}
      />
      {text("seat", LIMITS.seatMaxChars)}
      <Checkbox.Group
        label={roster.fields.duties}
        value={entry.duties}
        onChange={(chosen) =>
          change({ duties: dutySchema.options.filter((duty) => chosen.some((one) => one === duty)) })
        }
      >
        <Group mt="xs">
          {dutySchema.options.map((duty) => (
            <Checkbox key={duty} value={duty} label={roster.duties[duty]} />
          ))}
        </Group>
      </Checkbox.Group>
      <div
        role="status"
        className={outcome !== null && "done" in outcome ? classes.addDone : classes.addProblem}
      >
        {outcome !== null && ("done" in outcome ? outcome.done : outcome.problem)}
      </div>
      <div className={classes.addFooter}>
        <Button variant="light" onClick={submit} loading={busy}>
          {words.addNow}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </section>
  );
}
