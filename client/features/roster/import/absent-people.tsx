import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { personRecordId } from "../../../../shared/domain/people/records.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import classes from "../../importing/import-preview.module.css";
import type { AbsentPerson } from "../roster-reply.ts";

/** A table of another session leaves out everybody. */
const LISTED_MAX = 60;

interface Props {
  /** People on the roster and in no row. */
  readonly people: readonly AbsentPerson[];
  readonly removed: ReadonlySet<string>;
  readonly onChange: (personIds: readonly string[], on: boolean) => void;
}

/** Who is on the roster and not in the table: stays, unless ticked. */
export function AbsentPeople({ people, removed, onChange }: Props) {
  const { roster } = useAllMessages();
  const words = roster.preview;
  const records = useRecords("person");
  const arrived = new Set(records.filter(({ arrivedAt }) => arrivedAt != null).map(({ id }) => id));
  const removable = people.filter(({ rowRefused }) => rowRefused !== true);
  const refused = people.filter(({ rowRefused }) => rowRefused === true);
  const [listsAll, setListsAll] = useState(false);
  const listed = listsAll ? removable : removable.slice(0, LISTED_MAX);
  const ticked = removable.filter(({ personId }) => removed.has(personId)).length;
  return (
    <fieldset className={classes.absent}>
      <legend>{words.absent(people.length)}</legend>
      {removable.length > 0 && (
        <Checkbox
          label={words.removeAbsent(removable.length)}
          description={words.removing}
          checked={ticked === removable.length}
          indeterminate={ticked > 0 && ticked < removable.length}
          onChange={(event) =>
            onChange(
              removable.map(({ personId }) => personId),
              event.currentTarget.checked,
            )
          }
        />
      )}
      <ul className={classes.absentList}>
        {listed.map(({ personId, name, unit }) => (
          <li key={personId}>
            <Checkbox
              label={
                <>
                  {words.removeOne(name, unit)}{" "}
                  {arrived.has(personRecordId(personId)) && <Tag tone="done">{roster.people.arrived}</Tag>}
                </>
              }
              checked={removed.has(personId)}
              onChange={(event) => onChange([personId], event.currentTarget.checked)}
            />
          </li>
        ))}
        {listed.length < removable.length && (
          <li>
            <Button variant="default" size="compact-sm" onClick={() => setListsAll(true)}>
              {words.showAbsent(removable.length)}
            </Button>
          </li>
        )}
        {refused.map(({ personId, name, unit }) => (
          <li key={personId}>{words.rowRefused(name, unit)}</li>
        ))}
      </ul>
    </fieldset>
  );
}
