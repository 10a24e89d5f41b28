import { Button } from "@mantine/core";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useAgendaWords } from "../../agenda/use-agenda-words.ts";
import classes from "./new-session-page.module.css";
import { TEMPLATES, type TemplateName } from "./templates.ts";

interface Props {
  /** Null: nothing is filled in. */
  readonly onChoose: (name: TemplateName | null) => void;
}

/** Ways to begin: nothing, or the rooms, labels, rules and agenda of a usual evening. */
export function NewSessionTemplates({ onChoose }: Props) {
  const words = useAgendaWords().templates;
  const choices = [
    { key: null, name: words.blank, hint: words.blankHint },
    ...TEMPLATES.map((key) => ({ key, name: words[key].name, hint: words[key].hint })),
  ];
  return (
    <section className={classes.card} aria-labelledby="templates-heading">
      <h2 id="templates-heading" className={classes.subheading}>
        {words.label}
      </h2>
      <ul className={classes.templates}>
        {choices.map(({ key, name, hint }) => (
          <li key={name}>
            <Button variant="default" fullWidth onClick={singlePress(() => onChoose(key))}>
              {name}
            </Button>
            <p className={classes.explain}>{hint}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
