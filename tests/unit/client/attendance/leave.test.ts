import { expect, test } from "vitest";
import { excuseCommand, leaveOf, PLAIN_LEAVE } from "../../../../client/features/attendance/leave.ts";

test("[P4] what was noted of somebody's leave comes back whole when taking it back is undone", () => {
  const said = { excused: true, excuseReason: "省里开会", substitute: "李红梅" };
  const { type, personId, on, ...noted } = excuseCommand("p", leaveOf(said));
  expect({ type, personId, on }).toEqual({ type: "person.excuse", personId: "p", on: true });
  expect({ excused: on, ...noted }).toEqual(said);
});

test("[P4] nothing that was not said is noted, and no leave is none", () => {
  expect(excuseCommand("p", PLAIN_LEAVE)).toEqual({ type: "person.excuse", personId: "p", on: true });
  expect(excuseCommand("p", { reason: " ", substitute: " 李红梅 " })).toMatchObject({ substitute: "李红梅" });
  expect(excuseCommand("p", leaveOf({ excused: false, excuseReason: null, substitute: null }))).toEqual({
    type: "person.excuse",
    personId: "p",
    on: false,
  });
});
