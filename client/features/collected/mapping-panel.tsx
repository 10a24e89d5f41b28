import { Button } from "@mantine/core";
import { useMemo } from "react";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import { useRecords } from "../../sync/hooks.ts";
import { SearchSelect } from "../../ui/search/search-select.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAnsweringUnits } from "../questions/use-answering-units.ts";
import { AskerChoice } from "./asker-choice.tsx";
import {
  type AskerToCheck,
  chosenAsker,
  chosenUnit,
  type Decisions,
  STAFF,
  type UnitToCheck,
  withAsker,
  withUnit,
} from "./collected-decisions.ts";
import classes from "./mapping-panel.module.css";
import { useCollectedWords } from "./use-collected-words.ts";

interface Props<T> {
  readonly toCheck: readonly T[];
  readonly decisions: Decisions;
  readonly onChange: (decisions: Decisions) => void;
}

/** Askers a list names and the roster does not, or not so: each is chosen once for all its rows. */
export function AskersToCheck({ toCheck, decisions, onChange }: Props<AskerToCheck>) {
  const { mapping } = useCollectedWords();
  const records = useRecords("person");
  const people = useMemo(
    () => records.filter(({ removed }) => removed !== true).sort(orderOfRoster),
    [records],
  );
  const open = toCheck.filter((asker) => chosenAsker(decisions, asker) === null).map(({ key }) => key);
  return (
    <fieldset className={classes.panel}>
      <legend>{mapping.askers(toCheck.length)}</legend>
      <p className={classes.hint}>{mapping.askersHint}</p>
      <ul className={classes.choices}>
        {toCheck.map((asker) => (
          <AskerChoice
            key={asker.key}
            asker={asker}
            people={people}
            value={chosenAsker(decisions, asker)}
            onChange={(chosen) => onChange(withAsker(decisions, [asker.key], chosen))}
          />
        ))}
      </ul>
      {toCheck.some(({ guessed }) => guessed === null) && (
        <Button
          variant="default"
          size="compact-md"
          disabled={open.length === 0}
          onClick={() => onChange(withAsker(decisions, open, STAFF))}
        >
          {open.length === 0 ? mapping.noneOpen : mapping.allStaff(open.length)}
        </Button>
      )}
    </fieldset>
  );
}

function orderOfRoster(
  one: { readonly order?: number; readonly personId: string },
  other: { readonly order?: number; readonly personId: string },
): number {
  return byOrder({ order: 0, ...one }, { order: 0, ...other });
}

/** Units a list asks and the roster does not have, or not so. */
export function UnitsToCheck({ toCheck, decisions, onChange }: Props<UnitToCheck>) {
  const { mapping } = useCollectedWords();
  const units = useAnsweringUnits();
  const choices = useMemo(() => units.map((unit) => ({ value: unit, label: unit })), [units]);
  return (
    <fieldset className={classes.panel}>
      <legend>{mapping.units(toCheck.length)}</legend>
      <p className={classes.hint}>{mapping.unitsHint}</p>
      <ul className={classes.choices}>
        {toCheck.map((unit) => {
          const value = chosenUnit(decisions, unit);
          return (
            <li key={unit.key}>
              <SearchSelect
                label={
                  <>
                    {unit.written} <span className={classes.rows}>{mapping.rows(unit.rows)}</span>{" "}
                    {value !== null && value === unit.guessed && <Tag tone="waiting">{mapping.guessed}</Tag>}
                  </>
                }
                placeholder={mapping.anyUnit}
                choices={choices}
                value={value}
                onChange={(chosen) => onChange(withUnit(decisions, unit.key, chosen))}
                clearable
                nothingFound={mapping.nobodyFound}
                notChosen={mapping.anyUnit}
                onFocus={(event) => event.currentTarget.select()}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
