import { byOrder } from "../../domain/people/by-order.ts";
import type { PersonRecord } from "../../domain/people/records.ts";
import { isAnsweringSide } from "../../domain/people/standing.ts";
import { knownOrMissing } from "../missing.ts";
import type { AttendanceLine } from "../model.ts";
import type { MinutesWords } from "../runs.ts";
import type { DocumentSection } from "../sections/section.ts";

/** Who was there, without a heading. */
export function attendanceSection(people: readonly PersonRecord[], words: MinutesWords): DocumentSection {
  return {
    key: "attendance",
    title: words.sections.attendance,
    number: null,
    blocks: [{ kind: "attendance", lines: attendanceLines(people, words) }],
    beginsPage: false,
  };
}

/**
 * 出席 and 未到 are those the session is held for, 请假 whoever asked for leave and did not come after all, 列席 the observers
 * and staff who came and did not chair, which is told above. Whoever was taken off the roster is named only if they came;
 * observers and staff who did not come are not missed.
 */
function attendanceLines(people: readonly PersonRecord[], words: MinutesWords): AttendanceLine[] {
  const listed = people.filter((person) => !person.removed || person.arrivedAt !== null).sort(byOrder);
  const members = listed.filter(({ side }) => isAnsweringSide(side));
  const present = members.filter(({ arrivedAt }) => arrivedAt !== null);
  const excused = listed.filter((person) => person.excused === true);
  const absent = members.filter((person) => person.arrivedAt === null && person.excused !== true);
  const observing = listed.filter(
    ({ side, duties, arrivedAt }) =>
      (side === "observer" || side === "staff") && arrivedAt !== null && !duties.includes("moderator"),
  );
  const line = (status: AttendanceLine["status"], group: readonly PersonRecord[]): AttendanceLine => ({
    key: `attendance/${status}`,
    status,
    label: words.label(words[status]),
    runs: [
      knownOrMissing(namesByUnit(group, words), { label: words[status], fill: { at: "roster" } }, words),
    ],
  });
  return [
    line("present", present),
    ...(excused.length === 0 ? [] : [line("excused", excused)]),
    ...(absent.length === 0 ? [] : [line("absent", absent)]),
    ...(observing.length === 0 ? [] : [line("observing", observing)]),
  ];
}

/** Neighbours of one unit share its name; the order of people stays as it is, even where a unit comes twice. */
function namesByUnit(people: readonly PersonRecord[], words: MinutesWords): string {
  const groups: { unit: string; names: string[] }[] = [];
  for (const person of people) {
    const { unit } = person;
    const { excused, substitute } = person;
    const name =
      excused === true && substitute != null ? words.nameAndSubstitute(person.name, substitute) : person.name;
    const last = groups.at(-1);
    if (last?.unit === unit) last.names.push(name);
    else groups.push({ unit, names: [name] });
  }
  return groups
    .map(({ unit, names }) => words.unitAndNames(unit, names.join(words.nameSeparator)))
    .join(words.unitSeparator);
}
