import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCan } from "../../sync/hooks.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import { formatClock } from "../../ui/text/format-time.ts";
import { showProblem } from "../../ui/undo.tsx";
import classes from "./guess-notice.module.css";
import { type Guesser, useGuesses } from "./use-guesses.ts";

/** More seats than this are folded away: then it is hardly somebody who mistypes. */
const SEATS_OPEN_MAX = 3;

/** Tells those who may let people in that somebody guesses PINs; nothing stands here while nobody does. */
export function GuessNotice() {
  const mayAdmit = useCan()({ type: "seats.admit" });
  return mayAdmit ? <Guesses /> : null;
}

function Guesses() {
  const words = useAllMessages().guesses;
  const { guessers, admit } = useGuesses();
  if (guessers.length === 0) return null;
  return (
    <section className={classes.notice} aria-label={words.title}>
      <p role="alert">
        <strong>{words.title}</strong>
      </p>
      <p className={classes.hint}>{words.explain}</p>
      <ul>
        {guessers.map((guesser) => (
          <li key={guesser.address} className={classes.from}>
            <FromAddress guesser={guesser} admit={admit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly guesser: Guesser;
  readonly admit: (personId: string, address: string) => Promise<void>;
}

function FromAddress({ guesser, admit }: Props) {
  const words = useAllMessages().guesses;
  const [language] = useLanguage();
  const { address, seats, wrong, refused, lastAt, people } = guesser;
  const list = <Seats guesser={guesser} admit={admit} />;
  return (
    <>
      <p>{words.from(address, seats, formatClock(lastAt, language))}</p>
      {people.length !== 1 && <p className={classes.hint}>{words.counts(wrong, refused)}</p>}
      {people.length > SEATS_OPEN_MAX ? (
        <details>
          <summary>{words.seats}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </>
  );
}

function Seats({ guesser: { address, seats, people }, admit }: Props) {
  const messages = useAllMessages();
  const words = messages.guesses;
  const letIn = (personId: string, name: string) => {
    admit(personId, address).then(
      () => notifications.show({ message: words.admitted(name) }),
      (error: unknown) => showProblem(errorText(error, messages)),
    );
  };
  return (
    <ul>
      {people.map(({ personId, name, unit, wrong, refused }) => (
        <li key={personId} className={classes.seat}>
          <span>
            {unit} {name}
            <span className={classes.hint}> {words.counts(wrong, refused)}</span>
          </span>
          <Button
            size="compact-md"
            variant="default"
            aria-label={words.admitOf(name)}
            onClick={() => letIn(personId, name)}
          >
            {words.admit}
          </Button>
        </li>
      ))}
      {seats > people.length && <li className={classes.hint}>{words.more(seats - people.length)}</li>}
    </ul>
  );
}
