import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressChoices,
  joinAddress,
  typedAddress,
} from "../../../client/features/addresses/join-address.ts";
import { infoChanges, infoOf } from "../../../client/features/organiser/info/info-values.ts";
import { isDone, nextStep, STEPS, stepAfter, stepOf } from "../../../client/features/organiser/next-step.ts";
import { nameProblems } from "../../../client/features/organiser/rooms/room-names.ts";
import { fromField, toField } from "../../../client/ui/class-time.ts";
import { freeGroupNames, groupKey } from "../../../shared/domain/rooms/group-name.ts";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { chineseNumeral } from "../../../shared/messages/zh-CN/numerals.ts";
import { organiser } from "../../../shared/messages/zh-CN/organiser.ts";
import { commandSchema } from "../../../shared/protocol/commands/command.ts";

describe("the next step of a session", () => {
  test("goes from roster over seat cards to the console, and to the documents once sealed", () => {
    expect(nextStep({ status: "open", people: 0, arrived: 0 })).toBe("roster");
    expect(nextStep({ status: "open", people: 64, arrived: 0 })).toBe("cards");
    expect(nextStep({ status: "open", people: 64, arrived: 1 })).toBe("live");
    expect(nextStep({ status: "sealed", people: 64, arrived: 60 })).toBe("documents");
    expect(nextStep({ status: "sealed", people: 0, arrived: 0 })).toBe("documents");
  });

  test("an address that names no step opens the next one", () => {
    const progress = { status: "open", people: 0, arrived: 0 } as const;
    expect(stepOf("rooms", progress)).toBe("rooms");
    expect(stepOf("constructor", progress)).toBe("roster");
    expect(stepOf(null, progress)).toBe("roster");
  });

  test("sealing is never suggested, and only a sealed session counts as sealed", () => {
    expect(STEPS.map(stepAfter)).not.toContain("seal");
    expect(isDone("seal", { status: "open", people: 64, arrived: 64 })).toBe(false);
    expect(isDone("seal", { status: "sealed", people: 64, arrived: 64 })).toBe(true);
  });
});

describe("times are Beijing time, whatever zone the machine is in", () => {
  test("an evening at 19:30 is 11:30 UTC", () => {
    expect(fromField("2026-02-03T19:30")).toBe(Date.UTC(2026, 1, 3, 11, 30));
    expect(toField(Date.UTC(2026, 1, 3, 11, 30))).toBe("2026-02-03T19:30");
  });

  test("a field keeps what it was given", () => {
    const minute = 60_000;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Math.floor(Date.UTC(2199, 0) / minute) }), (minutes) => {
        expect(fromField(toField(minutes * minute))).toBe(minutes * minute);
      }),
    );
  });

  test("an empty or half-typed field is no time", () => {
    for (const value of ["", "2026-02", "19:30", "2026-13-40T99:99"]) expect(fromField(value)).toBeNull();
    expect(toField(null)).toBe("");
  });
});

describe("the address to print and project", () => {
  const lan = ["http://10.0.0.8:3000", "http://192.168.1.2:3000"];

  test("is the one the page was opened at, unless only this machine reaches that", () => {
    expect(joinAddress("http://192.168.1.2:3000", lan, null)).toBe("http://192.168.1.2:3000");
    expect(joinAddress("http://localhost:3000", lan, null)).toBe("http://10.0.0.8:3000");
    expect(joinAddress("http://127.0.0.1:3000", lan, null)).toBe("http://10.0.0.8:3000");
    expect(joinAddress("http://localhost:3000", [], null)).toBe("http://localhost:3000");
  });

  test("is the chosen one while the machine has it", () => {
    expect(joinAddress("http://localhost:3000", lan, "http://192.168.1.2:3000")).toBe(
      "http://192.168.1.2:3000",
    );
    expect(joinAddress("http://localhost:3000", lan, "http://172.16.0.9:3000")).toBe("http://10.0.0.8:3000");
  });

  test("offers each address once and leaves out the machine's own name for itself", () => {
    expect(addressChoices("http://10.0.0.8:3000", lan)).toEqual(lan);
    expect(addressChoices("http://localhost:3000", [...lan, "http://localhost:3000"])).toEqual(lan);
    expect(addressChoices("http://localhost:3000", [])).toEqual(["http://localhost:3000"]);
    expect(addressChoices("http://yantao.lan", lan)).toEqual(["http://yantao.lan", ...lan]);
  });

  test("is written as one types it", () => {
    expect(typedAddress("http://10.0.0.8:3000/")).toBe("10.0.0.8:3000");
    expect(typedAddress("https://yantao.lan")).toBe("https://yantao.lan");
  });
});

describe("group names", () => {
  test("are numbered in Chinese up to 99", () => {
    expect([1, 9, 10, 11, 20, 21, 60, 99].map(chineseNumeral)).toEqual([
      "一",
      "九",
      "十",
      "十一",
      "二十",
      "二十一",
      "六十",
      "九十九",
    ]);
  });

  test("are understood in a roster however they are written there", () => {
    for (let ordinal = 1; ordinal <= 59; ordinal += 1) {
      const key = groupKey(organiser.rooms.groupName(ordinal));
      expect([groupKey(`${ordinal}`), groupKey(`第 ${ordinal} 组`)]).toEqual([key, key]);
    }
  });
});

describe("what the form about a session sends", () => {
  const session: SessionRecord = {
    id: "session:this",
    kind: "session",
    rev: 1,
    sessionId: "s".repeat(22),
    title: "互动交流会",
    startsAt: Date.UTC(2026, 1, 3, 11, 30),
    place: "三楼会议室",
    settings: { moderation: "before", anonymity: "hidden" },
    createdAt: 0,
    status: "open",
  };
  const stored = infoOf(session);

  test("is nothing when nothing differs, spaces around words included", () => {
    expect(infoChanges(stored, stored)).toBeNull();
    expect(infoChanges(stored, { ...stored, title: " 互动交流会 " })).toBeNull();
  });

  test("names only what differs, and clears what was emptied", () => {
    expect(infoChanges(stored, { ...stored, place: "", moderation: "after" })).toEqual({
      type: "session.update",
      place: null,
      settings: { moderation: "after" },
    });
    expect(infoChanges(stored, { ...stored, startsAt: "" })).toEqual({
      type: "session.update",
      startsAt: null,
    });
  });

  test("[Q6] names how much one may have pending once it is another number; a session that says nothing has twenty", () => {
    expect(stored.pendingMax).toBe(20);
    expect(infoChanges(stored, { ...stored, pendingMax: "" })).toBeNull();
    expect(infoChanges(stored, { ...stored, pendingMax: 3 })).toEqual({
      type: "session.update",
      settings: { pendingMax: 3 },
    });
  });

  test("[X16] [X18] names who takes files and whether they are marked once that is another; staff, unmarked, where nothing is said", () => {
    expect(stored).toMatchObject({ exportsBy: "staff", watermark: false });
    expect(infoChanges(stored, { ...stored, exportsBy: "named", watermark: true })).toEqual({
      type: "session.update",
      settings: { exportsBy: "named", watermark: true },
    });
  });

  test("is a command the server takes", () => {
    const changes = infoChanges(stored, {
      title: "分组研讨",
      startsAt: "2026-02-04T08:00",
      place: "二楼",
      moderation: "after",
      anonymity: "off",
      pendingMax: 5,
      exportsBy: "named",
      watermark: true,
    });
    expect(commandSchema.safeParse(changes).success).toBe(true);
  });
});

describe("room names", () => {
  test("new groups carry on the row and leave out what is there, however it is written", () => {
    expect(freeGroupNames(3, ["大会", "第1组", "三组"], organiser.rooms.groupName)).toEqual([
      "第二组",
      "第四组",
      "第五组",
    ]);
    expect(freeGroupNames(0, [], organiser.rooms.groupName)).toEqual([]);
  });

  test("an empty name and a second spelling of one name are told apart", () => {
    expect([...nameProblems(["大会", "第一组", " ", "1组", "税务组"])]).toEqual([
      [2, "missing"],
      [3, "taken"],
    ]);
  });
});
