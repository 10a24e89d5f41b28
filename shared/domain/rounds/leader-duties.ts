import { type Patch, set } from "../patches.ts";
import { type PersonRecord, personRecordId } from "../people/records.ts";
import type { SessionState } from "../state.ts";
import type { RoundStart } from "./records.ts";

type Change = Partial<Pick<PersonRecord, "roomId" | "duties">>;

/** Changes of people in one act of a round, one patch each, with who leads by it and who no longer does. */
export class LeaderDuties {
  private readonly state: SessionState;
  private readonly begun: RoundStart | null;
  private readonly made: Set<string>;
  private readonly unmade: Set<string>;
  private readonly changes = new Map<string, { person: PersonRecord; change: Change }>();

  constructor(begun: RoundStart | null, state: SessionState) {
    this.state = state;
    this.begun = begun;
    this.made = new Set(begun?.madeLeaders);
    this.unmade = new Set(begun?.unmadeLeaders);
  }

  change(person: PersonRecord, change: Change): void {
    const known = this.changes.get(person.personId)?.change;
    this.changes.set(person.personId, { person, change: { ...known, ...change } });
  }

  make(personId: string): void {
    const person = this.state.find("person", personRecordId(personId));
    if (person === undefined || person.removed || this.duties(person).includes("leader")) return;
    this.change(person, { duties: [...this.duties(person), "leader"] });
    if (!this.unmade.delete(personId)) this.made.add(personId);
  }

  unmake(personId: string): void {
    const person = this.state.find("person", personRecordId(personId));
    if (person === undefined || !this.duties(person).includes("leader")) return;
    this.change(person, { duties: this.duties(person).filter((duty) => duty !== "leader") });
    if (!this.made.delete(personId)) this.unmade.add(personId);
  }

  patches(): Patch[] {
    return [...this.changes.values()].flatMap(({ person, change: { roomId, duties } }) => {
      const change = {
        ...(roomId !== undefined && roomId !== person.roomId && { roomId }),
        ...(duties !== undefined && duties.join() !== person.duties.join() && { duties }),
      };
      return Object.keys(change).length === 0 ? [] : [set(person, change)];
    });
  }

  /** The start with who leads by now. */
  start(): RoundStart | null {
    return this.begun && { ...this.begun, ...this.leaders() };
  }

  leaders(): Pick<RoundStart, "madeLeaders" | "unmadeLeaders"> {
    return { madeLeaders: [...this.made], unmadeLeaders: [...this.unmade] };
  }

  private duties(person: PersonRecord): PersonRecord["duties"] {
    return this.changes.get(person.personId)?.change.duties ?? person.duties;
  }
}
