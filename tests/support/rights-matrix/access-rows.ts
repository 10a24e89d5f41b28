import type { Access, AccessType } from "../../../shared/protocol/actions.ts";
import { answering, counties, firstGroup, moderators, organiser, secondGroup, staff } from "./parties.ts";
import type { Row } from "./row.ts";

/** What is read or done besides commands. */
export const ACCESS_ROWS: { [T in AccessType]: readonly Row<Extract<Access, { type: T }>>[] } = {
  "session.join": [
    {
      variant: "this session",
      make: () => ({ type: "session.join" }),
      allowed: [...staff, ...counties, ...answering, "observer", "stage"],
    },
  ],
  "notes.read": [
    {
      variant: "plenary",
      make: ({ plenary }) => ({ type: "notes.read", roomId: plenary }),
      allowed: [...staff, ...firstGroup, ...secondGroup],
    },
    {
      variant: "first group",
      make: ({ first }) => ({ type: "notes.read", roomId: first }),
      allowed: [...staff, ...firstGroup],
    },
    {
      variant: "second group",
      make: ({ second }) => ({ type: "notes.read", roomId: second }),
      allowed: [...staff, ...secondGroup],
    },
  ],
  "notes.write": [
    {
      variant: "plenary",
      make: ({ plenary }) => ({ type: "notes.write", roomId: plenary }),
      allowed: [...staff, ...counties, ...answering],
    },
    {
      variant: "first group",
      make: ({ first }) => ({ type: "notes.write", roomId: first }),
      allowed: [...staff, "asker", "neighbour", "finance", "commerce"],
    },
    {
      variant: "second group",
      make: ({ second }) => ({ type: "notes.write", roomId: second }),
      allowed: [...staff, ...secondGroup],
    },
  ],
  "notes.versions": [
    {
      variant: "plenary",
      make: ({ plenary }) => ({ type: "notes.versions", roomId: plenary }),
      allowed: staff,
    },
    {
      variant: "first group",
      make: ({ first }) => ({ type: "notes.versions", roomId: first }),
      allowed: staff,
    },
    {
      variant: "second group, which the leader leads",
      make: ({ second }) => ({ type: "notes.versions", roomId: second }),
      allowed: [...staff, "leader"],
    },
  ],
  "notes.restore": [
    {
      variant: "plenary",
      make: ({ plenary }) => ({ type: "notes.restore", roomId: plenary }),
      allowed: staff,
    },
    {
      variant: "second group, which the leader leads",
      make: ({ second }) => ({ type: "notes.restore", roomId: second }),
      allowed: [...staff, "leader"],
    },
  ],
  "documents.read": [{ variant: "any", make: () => ({ type: "documents.read" }), allowed: staff }],
  "documents.export": [
    { variant: "where nobody is named for it", make: () => ({ type: "documents.export" }), allowed: staff },
  ],
  "archive.read": [{ variant: "any", make: () => ({ type: "archive.read" }), allowed: organiser }],
  "ledger.read": [
    { variant: "any", make: () => ({ type: "ledger.read" }), allowed: [...staff, ...counties, ...answering] },
  ],
  "roster.read": [{ variant: "any", make: () => ({ type: "roster.read" }), allowed: organiser }],
  "seats.admit": [{ variant: "any", make: () => ({ type: "seats.admit" }), allowed: staff }],
  "wall.read": [{ variant: "any", make: () => ({ type: "wall.read" }), allowed: staff }],
  "session.rehearse": [{ variant: "any", make: () => ({ type: "session.rehearse" }), allowed: moderators }],
  "stage.open": [{ variant: "any", make: () => ({ type: "stage.open" }), allowed: staff }],
};
