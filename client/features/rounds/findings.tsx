import type { Finding } from "../../../shared/domain/grouping/report.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { findingLines } from "./finding-lines.ts";
import styles from "./rounds.module.css";
import { useRoundWords } from "./use-round-words.ts";
import type { Round, RoundPeople } from "./use-rounds.ts";

/** More groups without a leader are counted. */
const NAMED_GROUPS_MAX = 4;

interface Props {
  readonly round: Round;
  readonly findings: readonly Finding[];
  readonly people: RoundPeople;
  readonly unseated: number;
}

/** What was met of what is wanted, and what was not and why. */
export function Findings({ round, findings, people, unseated }: Props) {
  const messages = useAllMessages();
  const rounds = useRoundWords();
  const words = rounds.findings;
  const nameOf = (personId: string) => people.byId.get(personId)?.name ?? "…";
  const lines = findingLines(findings, { messages, rounds, nameOf, groups: round.groups.length });
  const leaderless = round.groups.filter(({ leaderId }) => leaderId === null).map(({ name }) => name);
  return (
    <section aria-label={words.title} className={styles.panel}>
      <h3>{words.title}</h3>
      {lines.length === 0 ? (
        <p className={styles.hint}>{words.nothing}</p>
      ) : (
        <ul className={styles.findings}>
          {lines.map(({ isMet, text }) => (
            <li key={text}>
              <Tag tone={isMet ? "done" : "waiting"}>{isMet ? words.met : words.notMet}</Tag>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && unseated > 0 && <p className={styles.hint}>{words.unseated(unseated)}</p>}
      {lines.length > 0 && leaderless.length > 0 && (
        <p className={styles.hint}>
          {leaderless.length > NAMED_GROUPS_MAX
            ? words.noLeaderMany(leaderless.length)
            : words.noLeader(leaderless.join(messages.common.listSeparator))}
        </p>
      )}
    </section>
  );
}
