import { Checkbox, CloseButton } from "@mantine/core";
import type { RoundRules } from "../../../shared/protocol/commands/rounds.ts";
import styles from "./rounds.module.css";
import type { RoundActs } from "./use-round-acts.ts";
import { useRoundWords } from "./use-round-words.ts";
import type { Round, RoundPeople } from "./use-rounds.ts";

interface Props {
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly people: RoundPeople;
  readonly acts: RoundActs;
  readonly isReadOnly: boolean;
}

/** What is wanted of the groups. */
export function RulesForm({ round, rounds, people, acts, isReadOnly }: Props) {
  const words = useRoundWords().rules;
  const { rules } = round;
  const change = (changed: Partial<RoundRules>) => {
    void acts.plan(round, { rules: { ...rules, ...changed } });
  };
  const earlier = rounds.filter(({ order }) => order < round.order).map(({ roundId }) => roundId);
  const nameOf = (personId: string) => people.byId.get(personId)?.name ?? "…";
  return (
    <section aria-label={words.title} className={styles.panel}>
      <h3>{words.title}</h3>
      {(["balanceSides", "balancePosts", "apartUnits"] as const).map((rule) => (
        <Checkbox
          key={rule}
          label={words[rule]}
          checked={rules[rule]}
          disabled={isReadOnly}
          onChange={(event) => change({ [rule]: event.currentTarget.checked })}
        />
      ))}
      {earlier.length > 0 && (
        <Checkbox
          label={words.notMet}
          checked={rules.notMet.length > 0}
          disabled={isReadOnly}
          onChange={(event) => change({ notMet: event.currentTarget.checked ? earlier : [] })}
        />
      )}
      {(["apart", "together"] as const)
        .filter((rule) => rules[rule].length > 0)
        .map((rule) => (
          <ul key={rule} className={styles.pairs}>
            {rules[rule].map((pair) => {
              const text = words[rule](nameOf(pair[0]), nameOf(pair[1]));
              return (
                <li key={pair.join(" ")}>
                  {text}
                  {!isReadOnly && (
                    <CloseButton
                      size="sm"
                      aria-label={words.removePair(text)}
                      onClick={() => change({ [rule]: rules[rule].filter((one) => one !== pair) })}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        ))}
    </section>
  );
}
