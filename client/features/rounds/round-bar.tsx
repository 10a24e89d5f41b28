import { Button } from "@mantine/core";
import { useState } from "react";
import { newId } from "../../sync/new-id.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { showProblem } from "../../ui/undo.tsx";
import { GroupCount, type TypedCount } from "./group-count.tsx";
import { byRoster, emptyGroup, resized, sameAs } from "./plans.ts";
import { RoundName } from "./round-name.tsx";
import styles from "./rounds.module.css";
import type { RoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Round, RoundPeople } from "./use-rounds.ts";

interface Props {
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly people: RoundPeople;
  readonly seated: number;
  readonly unseated: number;
  readonly acts: RoundActs;
  readonly isReadOnly: boolean;
  readonly isSealed: boolean;
}

/** What is done with a whole round: making its groups in one of several ways, starting it, taking the start back. */
export function RoundBar(props: Props) {
  const { round, seated, unseated, acts, isReadOnly, isSealed } = props;
  const words = useRoundWords();
  const passedOver = round.start?.passedOver.length ?? 0;
  return (
    <header className={styles.bar}>
      <RoundName round={round} acts={acts} isReadOnly={isReadOnly} />
      <span className={styles.hint}>{words.summary(seated, round.groups.length)}</span>
      {isSealed && <span className={styles.hint}>{words.readOnly.sealed}</span>}
      {!isSealed && round.status === "ended" && <span className={styles.hint}>{words.readOnly.ended}</span>}
      {passedOver > 0 && <span className={styles.hint}>{words.passedOver(passedOver)}</span>}
      {!isReadOnly && round.status === "planned" && !round.choosing && <PlanActs {...props} />}
      {!isReadOnly && round.choosing && <ChoosingActs {...props} />}
      {!isReadOnly && round.status === "running" && (
        <>
          <span className={styles.hint}>{words.runningHint}</span>
          <Button
            className={styles.last}
            variant="default"
            title={words.recallHint}
            onClick={() => acts.recall(round)}
          >
            {words.recall}
          </Button>
        </>
      )}
      {!isReadOnly && round.status === "planned" && seated > 0 && unseated > 0 && (
        <p className={styles.wide}>{words.unseatedStay(unseated)}</p>
      )}
    </header>
  );
}

function PlanActs({ round, rounds, people, seated, acts }: Props) {
  const words = useRoundWords();
  const [busy, setBusy] = useState(false);
  const [typed, setTyped] = useState<TypedCount>(null);
  const withCount = (count: number): Round => ({
    ...round,
    groups: resized(round.groups, count, words.groupName, newId),
  });
  /** With as many groups as are typed, also where the press came before they were made. */
  const asTyped = () => (typeof typed === "number" && typed > 0 ? withCount(typed) : round);
  const earlier = rounds.filter(({ order, groups }) => order < round.order && groups.length > 0);
  const last = earlier.at(-1);
  const balance = async (notMet: readonly string[] | null) => {
    setBusy(true);
    const change = notMet === null ? {} : { rules: { ...round.rules, notMet: [...notMet] } };
    await acts.balance(asTyped(), change, people.all, rounds);
    setBusy(false);
  };
  const setCount = async (count: number) => {
    if (count === round.groups.length || count < 1) return;
    const { groups } = withCount(count);
    await acts.plan(round, { groups }, words.countChanged(count));
  };
  const seatByRoster = () => {
    const named = people.seatable.filter(({ group }) => group !== null);
    if (named.length === 0) return showProblem(words.byRosterNone);
    const groups = byRoster(asTyped().groups, people.seatable, (name) => emptyGroup(newId(), name));
    void acts.plan(round, { groups }, words.byRosterDone(named.length));
  };
  const isEmpty = seated === 0;
  return (
    <>
      <div className={styles.acts}>
        <GroupCount count={round.groups.length} typed={typed} onTyped={setTyped} onCount={setCount} />
        <Button variant={isEmpty ? "filled" : "default"} onClick={() => balance(null)} loading={busy}>
          {isEmpty ? words.balance : words.reshuffle}
        </Button>
        {earlier.length > 0 && (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => balance(earlier.map(({ roundId }) => roundId))}
          >
            {words.strangers}
          </Button>
        )}
        <Button variant="default" disabled={busy} onClick={seatByRoster}>
          {words.byRoster}
        </Button>
        {last !== undefined && (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => acts.plan(round, { groups: sameAs(last) }, words.sameDone(last.name))}
          >
            {words.sameAsLast(last.name)}
          </Button>
        )}
        <Button
          variant="default"
          title={words.offerHint}
          disabled={busy || round.groups.length === 0}
          onClick={() => acts.offer(round, true)}
        >
          {words.offer}
        </Button>
        <Button variant="subtle" color="flag" disabled={busy} onClick={() => acts.remove(round)}>
          {words.remove}
        </Button>
      </div>
      <StartButton round={round} seated={seated} acts={acts} isDisabled={busy} />
    </>
  );
}

/** While participants choose, groups are not made anew: what they chose would be gone. */
function ChoosingActs({ round, seated, acts }: Props) {
  const words = useRoundWords();
  return (
    <>
      <div className={styles.acts}>
        <span className={styles.hint} role="status">
          {words.choosing(round.chosen.length)}
        </span>
        <Button variant="default" onClick={singlePress(() => acts.offer(round, false))}>
          {words.offerEnd}
        </Button>
      </div>
      <StartButton round={round} seated={seated} acts={acts} isDisabled={false} />
    </>
  );
}

interface StartProps extends Pick<Props, "round" | "seated" | "acts"> {
  readonly isDisabled: boolean;
}

function StartButton({ round, seated, acts, isDisabled }: StartProps) {
  const words = useRoundWords();
  const [isBusy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    await acts.start(round, seated);
    setBusy(false);
  };
  return (
    <Button className={styles.last} onClick={start} disabled={isDisabled || isBusy || seated === 0}>
      {words.start}
    </Button>
  );
}
