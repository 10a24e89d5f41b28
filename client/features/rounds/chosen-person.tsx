import { Button, NativeSelect, Select, Switch } from "@mantine/core";
import type { RoundRules } from "../../../shared/protocol/commands/rounds.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import styles from "./rounds.module.css";
import type { RoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Round, RoundPeople } from "./use-rounds.ts";
import type { Seats } from "./use-seats.ts";

interface Props {
  readonly round: Round;
  readonly people: RoundPeople;
  readonly seats: Seats;
  readonly acts: RoundActs;
}

const NOWHERE = "";

/** All that can be done with the person that was chosen, without a mouse that drags. */
export function ChosenPerson({ round, people, seats, acts }: Props) {
  const words = useRoundWords();
  const person = seats.chosen;
  if (person === undefined) {
    return (
      <section aria-label={words.chosen} className={styles.panel}>
        <h3>{words.chosen}</h3>
        <p className={styles.hint}>{words.chooseHint}</p>
        <p className={styles.hint}>{words.keysHint}</p>
      </section>
    );
  }
  const { personId, name, unit, post } = person;
  const group = seats.groupOf(personId);
  const others = people.all
    .filter((other) => other.personId !== personId)
    .map((other) => ({ value: other.personId, label: `${other.name} ${other.unit}` }));
  const addPair = (rule: keyof Pick<RoundRules, "apart" | "together">, otherId: string | null) => {
    if (otherId === null) return;
    const { rules } = round;
    const isSame = ([one, other]: readonly [string, string]) =>
      (one === personId && other === otherId) || (one === otherId && other === personId);
    if (rules[rule].some(isSame) || rules[rule].length >= LIMITS.roundPairsMax) return;
    void acts.plan(round, { rules: { ...rules, [rule]: [...rules[rule], [personId, otherId]] } });
  };
  return (
    <section aria-label={words.chosen} className={styles.panel}>
      <h3>{name}</h3>
      <p className={styles.hint}>{post === null ? unit : `${unit} ${post}`}</p>
      <NativeSelect
        size="sm"
        label={words.moveTo}
        value={group?.roomId ?? NOWHERE}
        onChange={({ currentTarget: { value } }) => seats.move(personId, value === NOWHERE ? null : value)}
        data={[
          { value: NOWHERE, label: words.unseated },
          ...round.groups.map(({ roomId, name: groupName }) => ({ value: roomId, label: groupName })),
        ]}
      />
      {group !== null && (
        <>
          <Switch
            label={words.lock}
            checked={seats.isLocked(personId)}
            onChange={(event) => seats.setLocked(personId, event.currentTarget.checked)}
          />
          <div className={styles.row}>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() =>
                acts.appoint(round, group, "leader", group.leaderId === personId ? null : personId)
              }
            >
              {group.leaderId === personId ? words.unmakeLeader : words.makeLeader}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() =>
                acts.appoint(round, group, "recorder", group.recorderId === personId ? null : personId)
              }
            >
              {group.recorderId === personId ? words.unmakeRecorder : words.makeRecorder}
            </Button>
          </div>
        </>
      )}
      {round.status === "planned" &&
        !round.choosing &&
        (["apart", "together"] as const).map((rule) => (
          <Select
            key={`${rule} ${personId} ${round.rules[rule].length}`}
            label={rule === "apart" ? words.apartFrom : words.togetherWith}
            placeholder={words.choosePerson}
            nothingFoundMessage={words.nobodyFound}
            searchable
            limit={50}
            data={others}
            value={null}
            onChange={(otherId) => addPair(rule, otherId)}
          />
        ))}
    </section>
  );
}
