import { Textarea } from "@mantine/core";
import { useAllMessages } from "../../../ui/language.tsx";
import { topicsFrom, topicsProblem } from "../../questions/topics-list.ts";
import classes from "./new-session-page.module.css";

interface Props {
  /** The labels, a line each. */
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The labels a new session begins with; staff change them in the console. */
export function NewSessionTopics({ text, onChange }: Props) {
  const { console, organiser } = useAllMessages();
  const words = organiser.topics;
  const names = topicsFrom(text);
  const problem = topicsProblem(names);
  return (
    <section className={classes.card} aria-labelledby="topics-heading">
      <h2 id="topics-heading" className={classes.subheading}>
        {words.heading} <span className={classes.explain}>{words.count(names.length)}</span>
      </h2>
      <p className={classes.explain}>{words.explain}</p>
      <Textarea
        className={classes.topics}
        label={console.topics.list}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={problem === null ? null : console.topics.problems[problem]}
      />
    </section>
  );
}
