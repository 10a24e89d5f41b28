import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import classes from "./rehearsal-card.module.css";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

/** The pages of a rehearsal that staff practise on. */
export function RehearsalLinks({ sessionId }: { sessionId: string }) {
  const words = useRehearsalWords();
  return (
    <nav className={classes.links} aria-label={words.links}>
      <Anchor component={Link} to={`/s/${sessionId}/console`}>
        {words.console}
      </Anchor>
      <Anchor component={Link} to={`/s/${sessionId}/wall`}>
        {words.wall}
      </Anchor>
      {/* The new tab takes this tab's sign-in along only with an opener. */}
      <Anchor href={`/s/${sessionId}/stage`} target="_blank" rel="opener">
        {words.stage}
      </Anchor>
      <Anchor component={Link} to={`/organiser/${sessionId}/seat-cards`}>
        {words.cards}
      </Anchor>
      <Anchor component={Link} to={`/organiser/${sessionId}?step=live`}>
        {words.manage}
      </Anchor>
    </nav>
  );
}
