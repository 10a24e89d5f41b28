import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { ArchiveReply } from "../../../shared/protocol/archive-http.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import classes from "./opening.module.css";

interface Props {
  readonly fileName: string;
  readonly contents: ArchiveReply;
  readonly isOpening: boolean;
  readonly onOpen: () => void;
  readonly onOther: () => void;
}

/** What is in an archive that holds, and the ways on: opening it, or going to where its session is already. */
export function ArchiveContents({ fileName, contents, isOpening, onOpen, onOther }: Props) {
  const { common, opening: words } = useAllMessages();
  const { sessionId, here } = contents;
  return (
    <section aria-labelledby="archive-contents" className={classes.contents}>
      <h3 id="archive-contents" className={classes.subheading}>
        {words.contents(fileName)}
      </h3>
      <p className={classes.hint}>
        {[words.holds, ...(here === null ? [words.nothingYet] : [])].join(common.betweenSentences)}
      </p>
      {here !== null && (
        <p className={classes.here} role="alert">
          {here === "held" ? words.heldHere : words.openedHere}
        </p>
      )}
      <div className={classes.actions}>
        {here === null ? (
          <Button onClick={onOpen} loading={isOpening} autoFocus>
            {words.open}
          </Button>
        ) : (
          <Button component={Link} to={`/organiser/${sessionId}`}>
            {words.toIt}
          </Button>
        )}
        <Button variant="default" onClick={onOther} disabled={isOpening}>
          {words.other}
        </Button>
      </div>
      <Facts contents={contents} />
    </section>
  );
}

function Facts({ contents }: { contents: ArchiveReply }) {
  const { opening: words, organiser } = useAllMessages();
  const [language] = useLanguage();
  const { title, startsAt, place, status, isRehearsal, people, arrived, notes, versions, journal } = contents;
  const facts: readonly (readonly [keyof typeof words.facts, string])[] = [
    ["title", isRehearsal ? `${title} · ${words.rehearsal}` : title],
    ["time", startsAt === null ? organiser.list.noTime : formatDateTime(startsAt, language)],
    ["place", place ?? organiser.list.noPlace],
    ["state", words.states[status]],
    ["people", people === 0 ? organiser.list.noPeople : words.people(people, arrived)],
    ["rooms", words.rooms(contents.rooms)],
    ["questions", words.questions(contents.questions)],
    ["followups", words.followups(contents.followups)],
    ["notes", words.notes(notes, versions)],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{words.facts[name]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{words.facts.journal}</dt>
        <dd>
          {words.journal(journal.head)} <code className={classes.hash}>{journal.hash}</code>
          <span className={classes.hint}>{words.journalHint}</span>
        </dd>
      </div>
    </dl>
  );
}
