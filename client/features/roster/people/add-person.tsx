import { Button } from "@mantine/core";
import { useState } from "react";
import type { RosterPerson } from "../../../../shared/protocol/commands/people.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { groupedPin } from "../cards/card-sheets.ts";
import type { RosterEdits } from "../use-roster-edits.ts";
import classes from "./people-table.module.css";
import type { PersonEntry } from "./person-entry.ts";
import { PersonFields } from "./person-fields.tsx";

type Entry = Omit<PersonEntry, "order">;
const BLANK: Entry = { name: "", unit: "", post: "", side: "", duties: [], group: "", seat: "" };

interface Props {
  readonly edits: RosterEdits;
  readonly groups: readonly string[];
  readonly onClose: () => void;
}

/** For the one who stands at the door and is on no list. */
export function AddPerson({ edits, groups, onClose }: Props) {
  const { common, roster, rosterReading } = useAllMessages();
  const words = roster.people;
  const [entry, setEntry] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ done: string } | { problem: string } | null>(null);

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

  return (
    <section className={classes.add} aria-label={words.add}>
      <PersonFields
        entry={entry}
        onChange={(changes) => setEntry({ ...entry, ...changes })}
        problems={{
          name: tried && entry.name.trim() === "" ? words.nameMissing : null,
          unit: tried && entry.unit.trim() === "" ? words.unitMissing : null,
          side: tried && entry.side === "" ? words.sideMissing : null,
        }}
        groups={groups}
        onSubmit={submit}
      />
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
