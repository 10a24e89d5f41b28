import { Button } from "@mantine/core";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { minutesOf, plannedSum } from "../../agenda/agenda-state.ts";
import { useAgendaWords } from "../../agenda/use-agenda-words.ts";
import classes from "./new-session-page.module.css";
import type { SeedItem } from "./templates.ts";

interface Props {
  readonly items: readonly SeedItem[];
  readonly onChange: (items: readonly SeedItem[]) => void;
}

/** The agenda a new session begins with; what is not wanted is left out, all else is done once it is made. */
export function NewSessionAgenda({ items, onChange }: Props) {
  const words = useAgendaWords();
  const { templates } = words;
  return (
    <section className={classes.card} aria-labelledby="agenda-heading">
      <h2 id="agenda-heading" className={classes.subheading}>
        {templates.agenda}{" "}
        {items.length > 0 && (
          <span className={classes.explain}>{words.sum(items.length, minutesOf(plannedSum(items).ms))}</span>
        )}
      </h2>
      <p className={classes.explain}>{items.length === 0 ? templates.noAgenda : templates.agendaHint}</p>
      {items.length > 0 && (
        <ol className={classes.items} aria-label={words.list}>
          {items.map((item) => {
            const { title, plannedMs, rooms, ledBy } = item;
            const facts = [
              plannedMs === null ? words.notPlanned : words.planned(minutesOf(plannedMs)),
              words.places[rooms],
              ...(ledBy === null ? [] : [words.ledBy(ledBy)]),
            ];
            return (
              <li key={title}>
                <span>
                  <strong>{title}</strong> <span className={classes.explain}>{facts.join(" · ")}</span>
                </span>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={templates.dropOf(title)}
                  onClick={singlePress(() => onChange(items.filter((one) => one !== item)))}
                >
                  {templates.drop}
                </Button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
