import { NumberInput } from "@mantine/core";
import { freeGroupNames } from "../../../../shared/domain/rooms/group-name.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { LimitedTextInput } from "../../../ui/forms/limited-text.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import type { nameProblems } from "../rooms/room-names.ts";
import classes from "./new-session-page.module.css";

/** One room is the plenary. */
const GROUPS_MAX = LIMITS.roomsMax - 1;

interface Props {
  readonly groups: readonly string[];
  readonly onChange: (groups: readonly string[]) => void;
  /** Of the names of all rooms, the plenary's first. */
  readonly problems: ReturnType<typeof nameProblems>;
}

/** How many groups a new session has, and what each is called. */
export function NewSessionRooms({ groups, onChange, problems }: Props) {
  const { rooms: words } = useAllMessages().organiser;
  return (
    <section className={classes.card} aria-labelledby="rooms-heading">
      <h2 id="rooms-heading" className={classes.subheading}>
        {words.heading}
      </h2>
      <p className={classes.explain}>{words.explain}</p>
      <NumberInput
        className={classes.count}
        label={words.groups}
        description={words.groupsHint}
        value={groups.length}
        onChange={(count) => onChange(resized(groups, Number(count) || 0, words.groupName))}
        min={0}
        max={GROUPS_MAX}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
      />
      {groups.length > 0 && (
        <ul className={classes.names} aria-label={words.names}>
          {groups.map((name, position) => {
            const problem = problems.get(position + 1);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place until it is made
              <li key={position}>
                <LimitedTextInput
                  aria-label={words.nameOf(words.groupName(position + 1))}
                  value={name}
                  onChange={(event) => onChange(renamed(groups, position, event.currentTarget.value))}
                  maxChars={LIMITS.roomNameMaxChars}
                  error={
                    problem === undefined ? null : problem === "missing" ? words.nameMissing : words.nameTaken
                  }
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** Keeps the names there are; new ones carry on the row of numbers. */
function resized(
  groups: readonly string[],
  count: number,
  nameOf: (ordinal: number) => string,
): readonly string[] {
  const wanted = Math.min(Math.max(count, 0), GROUPS_MAX);
  const missing = Math.max(0, wanted - groups.length);
  return [...groups.slice(0, wanted), ...freeGroupNames(missing, groups, nameOf)];
}

/** `Array.prototype.with` is younger than the browsers we serve. */
function renamed(groups: readonly string[], position: number, name: string): readonly string[] {
  return groups.map((before, index) => (index === position ? name : before));
}
