import { ActionIcon, Button } from "@mantine/core";
import { singlePress } from "../../ui/forms/single-press.ts";
import { Tag } from "../../ui/tag.tsx";
import { useRounds } from "../rounds/use-rounds.ts";
import styles from "./agenda.module.css";
import { type AgendaItem, minutesOf } from "./agenda-state.ts";
import { useAgendaWords } from "./use-agenda-words.ts";

interface Props {
  readonly item: AgendaItem;
  readonly at: number;
  readonly count: number;
  readonly isCurrent: boolean;
  /** Absent where it is only read. */
  readonly acts?: {
    edit(): void;
    move(place: number, act: string): void;
    remove(): void;
  };
}

/** What stands in a line of the agenda, and what is done with it. */
export function AgendaRow({ item, at, count, isCurrent, acts }: Props) {
  const words = useAgendaWords();
  const place = usePlaceName(item);
  const { title, itemKind, plannedMs, ledBy } = item;
  const facts = [
    ...(title === words.kinds[itemKind] ? [] : [words.kinds[itemKind]]),
    plannedMs === null ? words.notPlanned : words.planned(minutesOf(plannedMs)),
    place,
    ...(ledBy === null ? [] : [words.ledBy(ledBy)]),
  ];
  const isHeld = item.startedAt !== null && !isCurrent;
  const arrow = (act: "earlier" | "later", sign: string, isEnd: boolean, label: string, hint: string) => (
    <ActionIcon
      variant="subtle"
      color="dark"
      data-act={act}
      aria-disabled={isEnd}
      data-disabled={isEnd}
      title={hint}
      aria-label={label}
      onClick={() => acts?.move(act === "earlier" ? at - 1 : at + 1, act)}
    >
      {sign}
    </ActionIcon>
  );
  return (
    <>
      <span className={styles.place}>{at + 1}</span>
      <div className={styles.about}>
        <p className={styles.title}>
          {title} {isCurrent && <Tag tone="live">{words.current}</Tag>}
          {isHeld && <Tag tone="done">{words.taken(minutesOf(item.spentMs))}</Tag>}
        </p>
        <p className={styles.facts}>{facts.join(" · ")}</p>
      </div>
      {acts !== undefined && (
        <span className={styles.acts}>
          <Button
            size="compact-sm"
            variant="default"
            data-act="edit"
            aria-label={words.editOf(title)}
            onClick={singlePress(acts.edit)}
          >
            {words.edit}
          </Button>
          {arrow("earlier", "↑", at === 0, words.earlierOf(title), words.earlier)}
          {arrow("later", "↓", at === count - 1, words.laterOf(title), words.later)}
          <Button
            size="compact-sm"
            variant="subtle"
            color="flag"
            disabled={isCurrent}
            aria-label={words.removeOf(title)}
            onClick={singlePress(acts.remove)}
          >
            {words.remove}
          </Button>
        </span>
      )}
    </>
  );
}

/** Where an item takes place, in words; who may not see rounds is told that it is in groups. */
function usePlaceName({ roomSet }: AgendaItem): string {
  const { places, placeGone } = useAgendaWords();
  const rounds = useRounds();
  if (roomSet.kind !== "round") return places[roomSet.kind];
  const round = rounds.find(({ roundId }) => roundId === roomSet.roundId);
  return round === undefined ? placeGone : places.round(round.name);
}
