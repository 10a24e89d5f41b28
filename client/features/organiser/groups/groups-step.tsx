import { Button } from "@mantine/core";
import { Link } from "react-router";
import { seatingOf } from "../../../../shared/domain/rounds/seats.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { StepHeading } from "../../organiser-frame/step-heading.tsx";
import { useRoundWords } from "../../rounds/use-round-words.ts";
import { useRounds } from "../../rounds/use-rounds.ts";
import rows from "../rooms/rooms-step.module.css";

/** The rounds there are, and the way to the page where groups are made. */
export function GroupsStep({ sessionId }: { sessionId: string }) {
  const { organiser } = useAllMessages();
  const words = useRoundWords();
  const rounds = useRounds();
  return (
    <>
      <StepHeading title={organiser.steps.groups} explain={words.openHint} />
      {rounds.length > 0 && (
        <ul className={rows.list}>
          {rounds.map(({ roundId, name, status, groups }) => (
            <li key={roundId} className={rows.row}>
              <span className={rows.name}>{name}</span>
              <span>
                <Tag tone={status === "running" ? "live" : status === "ended" ? "done" : "plain"}>
                  {words.status[status]}
                </Tag>
              </span>
              <span />
              <span className={rows.people}>{words.summary(seatingOf(groups).size, groups.length)}</span>
            </li>
          ))}
        </ul>
      )}
      <Button mt="md" component={Link} to={`/s/${sessionId}/groups`}>
        {words.open}
      </Button>
    </>
  );
}
