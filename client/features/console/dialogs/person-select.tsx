import { useMemo } from "react";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { SearchSelect } from "../../../ui/search/search-select.tsx";

interface Props {
  readonly label: string;
  /** In the order they are offered; keep the array stable. */
  readonly people: readonly PersonView[];
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
  /** What is typed and fits nobody, which is kept. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** Somebody is chosen, or nobody can be: on to the next field. */
  readonly onDone: () => void;
}

/** One person, found by characters or pinyin initials of name or unit; nobody where the roster has no such person. */
export function PersonSelect({ people, onDone, ...rest }: Props) {
  const words = useAllMessages().console.capture;
  const choices = useMemo(
    () => people.map(({ personId, name, unit }) => ({ value: personId, label: `${name} ${unit}` })),
    [people],
  );
  return (
    <SearchSelect
      {...rest}
      choices={choices}
      nothingFound={words.nobodyFound}
      notChosen={words.nobodyChosen}
      openOnFocus={false}
      autoFocus
      onChosen={onDone}
      onPass={onDone}
    />
  );
}
