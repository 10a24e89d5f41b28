import { useMemo } from "react";
import { reportOn } from "../../../shared/domain/grouping/report.ts";
import { roundProblem } from "../../../shared/domain/rounds/round-problem.ts";
import { seatingOf } from "../../../shared/domain/rounds/seats.ts";
import { ChosenPerson } from "./chosen-person.tsx";
import { Findings } from "./findings.tsx";
import { GroupColumn } from "./group-column.tsx";
import { RoundBar } from "./round-bar.tsx";
import styles from "./rounds.module.css";
import { RulesForm } from "./rules-form.tsx";
import type { RoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Round, RoundPeople } from "./use-rounds.ts";
import { useSeats } from "./use-seats.ts";

interface Props {
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly people: RoundPeople;
  readonly acts: RoundActs;
  readonly isReadOnly: boolean;
  readonly isSealed: boolean;
}

/** One round: what can be done with it, who sits where, what is wanted and what was met. */
export function RoundBoard({ round, rounds, people, acts, isReadOnly, isSealed }: Props) {
  const words = useRoundWords();
  const seats = useSeats(round, people, acts, isReadOnly);
  const seating = useMemo(() => seatingOf(round.groups), [round.groups]);
  const findings = useMemo(
    () => (seating.size === 0 ? [] : reportOn(roundProblem(round, people.all, rounds), seating)),
    [round, people.all, rounds, seating],
  );
  const unseated = seats.tables[0]?.people.length ?? 0;
  const first = seats.tables.find((table) => table.people.length > 0)?.people[0];
  const entry = seats.chosen ?? first;
  return (
    <section id="round-board" aria-label={round.name} className={styles.board}>
      <RoundBar
        round={round}
        rounds={rounds}
        people={people}
        seated={seating.size}
        unseated={unseated}
        acts={acts}
        isReadOnly={isReadOnly}
        isSealed={isSealed}
      />
      <div className={styles.columns}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it */}
        <div className={styles.groups} ref={seats.board} onKeyDown={seats.onKeyDown}>
          {seats.tables.map((table) => (
            <GroupColumn
              key={table.group?.roomId ?? ""}
              round={round}
              table={table}
              seats={seats}
              acts={acts}
              entryId={entry?.personId}
              isReadOnly={isReadOnly}
            />
          ))}
        </div>
        <aside className={styles.side} aria-label={words.rules.title}>
          {!isReadOnly && <ChosenPerson round={round} people={people} seats={seats} acts={acts} />}
          <RulesForm
            round={round}
            rounds={rounds}
            people={people}
            acts={acts}
            isReadOnly={isReadOnly || round.status !== "planned" || round.choosing}
          />
          <Findings round={round} findings={findings} people={people} unseated={unseated} />
        </aside>
      </div>
    </section>
  );
}
