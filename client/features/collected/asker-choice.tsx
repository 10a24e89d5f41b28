import { useMemo } from "react";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import { nameKey } from "../../../shared/domain/roster/text.ts";
import { SearchSelect } from "../../ui/search/search-select.tsx";
import { Tag } from "../../ui/tag.tsx";
import { type AskerToCheck, STAFF } from "./collected-decisions.ts";
import classes from "./mapping-panel.module.css";
import { useCollectedWords } from "./use-collected-words.ts";

interface Props {
  readonly asker: AskerToCheck;
  /** In the order of the roster. */
  readonly people: readonly PersonView[];
  readonly value: string | null;
  readonly onChange: (chosen: string | null) => void;
}

/** Who is meant by an asker as a list has it: first those of that name, then those of that unit, or the staff. */
export function AskerChoice({ asker, people, value, onChange }: Props) {
  const { mapping } = useCollectedWords();
  const { written, rows, guessed } = asker;
  const choices = useMemo(() => {
    const [name, unit] = [nameKey(written.name), nameKey(written.unit)];
    const place = (person: PersonView) =>
      nameKey(person.name) === name ? 0 : unit !== "" && nameKey(person.unit).includes(unit) ? 1 : 2;
    const ranked = people.map((person) => ({ person, place: place(person) }));
    return [
      { value: STAFF, label: mapping.staff },
      ...ranked
        .sort((one, other) => one.place - other.place)
        .map(({ person }) => ({ value: person.personId, label: `${person.name} ${person.unit}` })),
    ];
  }, [people, written, mapping.staff]);
  const called = mapping.asker(written.unit, written.name) || mapping.nobodySaid;
  return (
    <li>
      <SearchSelect
        label={
          <>
            {called} <span className={classes.rows}>{mapping.rows(rows)}</span>{" "}
            {guessed !== null && value === guessed && <Tag tone="waiting">{mapping.guessed}</Tag>}
          </>
        }
        placeholder={mapping.choose}
        choices={choices}
        value={value}
        onChange={onChange}
        clearable={guessed === null}
        nothingFound={mapping.nobodyFound}
        notChosen={mapping.notChosen}
        onFocus={(event) => event.currentTarget.select()}
      />
    </li>
  );
}
