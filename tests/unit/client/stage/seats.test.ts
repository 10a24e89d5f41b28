import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seatGroupsOf } from "../../../../client/features/stage/seats/seat-groups.ts";
import {
  COLUMNS,
  type LaidOutGroup,
  seatPagesOf,
} from "../../../../client/features/stage/seats/seat-pages.ts";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import type { RoundView } from "../../../../shared/domain/rounds/views.ts";
import { personView } from "../../../support/sample/person-view.ts";

const ROOM = { alonePx: 550, pagePx: 500 };
const ROW_PX = 35;

const groupOf = (people: number): LaidOutGroup => ({
  headPx: 50,
  rowsPx: Array.from({ length: people }, () => ROW_PX),
});
const heightOf = ({ headPx, rowsPx }: LaidOutGroup, from = 0, to = rowsPx.length) =>
  rowsPx.slice(from, to).reduce((sum, px) => sum + px, headPx);

describe("[W4] pages of who sits where", () => {
  const groups = fc.array(
    fc.record({
      headPx: fc.integer({ min: 40, max: 90 }),
      rowsPx: fc.array(fc.constantFrom(35, 70), { minLength: 1, maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 40 },
  );

  test("have everybody once and in order, no column too full, and tear no group that a column holds", () => {
    fc.assert(
      fc.property(groups, (laidOut) => {
        const pages = seatPagesOf(laidOut, ROOM);
        const columnPx = pages.length === 1 ? ROOM.alonePx : ROOM.pagePx;
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.length).toBeLessThanOrEqual(COLUMNS);
          for (const column of page) {
            const px = column.map(({ group, from, to }) =>
              heightOf(laidOut[group] as LaidOutGroup, from, to),
            );
            expect(px.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(columnPx);
          }
        }
        const parts = pages.flat(2);
        const seats = parts.flatMap(({ group, from, to }) =>
          Array.from({ length: to - from }, (_, at) => `${group} ${from + at}`),
        );
        expect(seats).toEqual(
          laidOut.flatMap(({ rowsPx }, group) => rowsPx.map((_, at) => `${group} ${at}`)),
        );
        for (const [group, one] of laidOut.entries()) {
          if (heightOf(one) <= ROOM.pagePx)
            expect(parts.filter((part) => part.group === group)).toHaveLength(1);
        }
      }),
    );
  });

  test("six groups of eleven are two pages, thirty of ten are ten", () => {
    expect(
      seatPagesOf(
        Array.from({ length: 6 }, () => groupOf(11)),
        ROOM,
      ),
    ).toHaveLength(2);
    expect(
      seatPagesOf(
        Array.from({ length: 30 }, () => groupOf(10)),
        ROOM,
      ),
    ).toHaveLength(10);
    expect(seatPagesOf([groupOf(4), groupOf(4), groupOf(4), groupOf(4)], ROOM)).toEqual([
      [
        [
          { group: 0, from: 0, to: 4 },
          { group: 1, from: 0, to: 4 },
        ],
        [
          { group: 2, from: 0, to: 4 },
          { group: 3, from: 0, to: 4 },
        ],
      ],
    ]);
  });
});

function person(personId: string, order: number, roomId: string | null, more: Partial<PersonView> = {}) {
  return personView(personId, { order, roomId, name: personId, post: "局长", ...more });
}

function round(status: RoundView["status"]): RoundView {
  const group = (roomId: string, free: string[], leaderId: string | null) => {
    return { roomId, name: `${roomId}组`, max: null, locked: [], free, leaderId, recorderId: null };
  };
  return {
    id: "round:1",
    kind: "round",
    rev: 1,
    roundId: "1",
    name: "第一轮",
    order: 0,
    status,
    removed: false,
    groups: [group("甲", ["丙", "乙"], "丙"), group("空", [], null), group("丁", ["戊", "走"], null)],
  };
}

describe("[W4] who sits where", () => {
  const people = [
    person("丙", 3, null),
    person("乙", 1, "丁"),
    person("戊", 2, "丁", { duties: ["leader"] }),
    person("走", 4, "丁", { removed: true }),
  ];
  const rooms = [
    {
      id: "room:甲",
      kind: "room" as const,
      rev: 1,
      roomId: "甲",
      name: "第一组",
      roomKind: "breakout" as const,
      order: 1,
      moderation: null,
      status: "open" as const,
      closing: null,
    },
  ];
  const read = (status: RoundView["status"]) =>
    seatGroupsOf(round(status), people, rooms).map(({ name, leaders, people: here }) => [
      name,
      leaders,
      here.map((one) => one.name),
    ]);

  test("before it is started and after it has ended those seated, by 排序号, without who is off the roster", () => {
    const seated = [
      ["第一组", ["丙"], ["乙", "丙"]],
      ["丁组", [], ["戊"]],
    ];
    expect(read("planned")).toEqual(seated);
    expect(read("ended")).toEqual(seated);
  });

  test("while it is running those who are in the room, and who leads there", () => {
    expect(read("running")).toEqual([["丁组", ["戊"], ["乙", "戊"]]]);
  });

  test("of a person nothing but name and unit is there to be read", () => {
    for (const { people: here } of seatGroupsOf(round("planned"), people, rooms)) {
      for (const one of here) expect(Object.keys(one).sort()).toEqual(["name", "personId", "unit"]);
    }
  });
});
