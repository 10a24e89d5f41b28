import type { RosterPerson } from "../../../shared/protocol/commands/people.ts";

interface Member {
  readonly name: string;
  readonly unit: string;
  readonly side: RosterPerson["side"];
  readonly group?: string;
  readonly duties?: readonly RosterPerson["duties"][number][];
}

/** Everyone the rights tell apart, twice where "own or other" matters. */
const PEOPLE = {
  moderator: { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
  recorder: { name: "吴记录", unit: "市委党校", side: "staff", duties: ["recorder"] },
  helper: { name: "何会务", unit: "市委党校", side: "staff" },
  asker: { name: "郑文海", unit: "文峰区财政局", side: "county", group: "第一组" },
  neighbour: { name: "许立新", unit: "文峰区工信局", side: "county", group: "第一组" },
  leader: { name: "刘文波", unit: "滑县政府", side: "county", group: "第二组", duties: ["leader"] },
  stranger: { name: "王建国", unit: "内黄县政府", side: "county", group: "第二组" },
  finance: { name: "张志远", unit: "市财政局", side: "municipal", group: "第一组" },
  financeToo: { name: "李明", unit: "市财政局", side: "municipal", group: "第二组" },
  commerce: { name: "赵敏", unit: "市商务局", side: "municipal", group: "第一组" },
  planning: { name: "钱程", unit: "市发改委", side: "municipal", group: "第二组" },
  expert: { name: "周省", unit: "省债管办", side: "expert", group: "第二组" },
  observer: { name: "孙列席", unit: "省委党校", side: "observer", group: "第一组" },
} as const;
export type Role = keyof typeof PEOPLE;
export const CAST: Readonly<Record<Role, Member>> = PEOPLE;
export const ROLES = Object.keys(CAST) as Role[];
