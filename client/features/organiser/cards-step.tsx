import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useAllMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";

/** The way to the page that prints the seat cards. */
export function CardsStep({ sessionId, people }: { sessionId: string; people: number }) {
  const messages = useAllMessages();
  const { cards } = messages.roster;
  return (
    <>
      <StepHeading
        title={cards.title}
        explain={[cards.explain, cards.secret].join(messages.common.betweenSentences)}
      />
      {people === 0 ? (
        <EmptyState title={cards.none} />
      ) : (
        <Button component={Link} to={`/organiser/${sessionId}/seat-cards`}>
          {cards.open}
        </Button>
      )}
    </>
  );
}
