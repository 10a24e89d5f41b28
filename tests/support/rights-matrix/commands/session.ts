import { moderators, organiser, staff } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** Longer than the matrix takes: nothing closes meanwhile. */
const LONG_MS = 600_000;

/** Setting up and running the session itself. */
export const SESSION_ROWS = {
  "session.create": [
    {
      variant: "over a socket, by nobody",
      make: ({ newId }) => ({
        type: "session.create",
        sessionId: newId(),
        title: "另一场",
        startsAt: null,
        place: null,
        settings: { moderation: "before", anonymity: "hidden" },
        rooms: [{ roomId: newId(), name: "大会", kind: "plenary" }],
      }),
      allowed: [],
    },
  ],
  "session.update": [
    { variant: "title", make: () => ({ type: "session.update", title: "新标题" }), allowed: organiser },
  ],
  "session.seal": [{ variant: "seal", make: () => ({ type: "session.seal" }), allowed: organiser }],
  "room.create": [
    {
      variant: "breakout",
      make: ({ newId }) => ({ type: "room.create", roomId: newId(), name: `组${newId()}`, kind: "breakout" }),
      allowed: organiser,
    },
  ],
  "room.rename": [
    {
      variant: "own or other room",
      make: ({ first }) => ({ type: "room.rename", roomId: first, name: "第一组" }),
      allowed: organiser,
    },
  ],
  "room.open": [
    { variant: "first", make: ({ first }) => ({ type: "room.open", roomId: first }), allowed: moderators },
    {
      variant: "second group, which the leader leads",
      make: ({ second }) => ({ type: "room.open", roomId: second }),
      allowed: [...moderators, "leader"],
    },
    {
      variant: "plenary",
      make: ({ plenary }) => ({ type: "room.open", roomId: plenary }),
      allowed: moderators,
    },
  ],
  "room.close": [
    {
      variant: "unknown",
      make: ({ newId }) => ({ type: "room.close", roomId: newId() }),
      allowed: moderators,
    },
    {
      variant: "first group, at last",
      make: ({ first }) => ({ type: "room.close", roomId: first, graceMs: LONG_MS }),
      allowed: moderators,
    },
    {
      variant: "second group, which the leader leads, at last",
      make: ({ second }) => ({ type: "room.close", roomId: second, graceMs: LONG_MS }),
      allowed: [...moderators, "leader"],
    },
  ],
  "rooms.open": [
    {
      variant: "the leader's among them",
      make: ({ first, second }) => ({ type: "rooms.open", roomIds: [first, second] }),
      allowed: moderators,
    },
    {
      variant: "the leader's alone",
      make: ({ second }) => ({ type: "rooms.open", roomIds: [second] }),
      allowed: moderators,
    },
  ],
  "rooms.close": [
    {
      variant: "the leader's alone, at last",
      make: ({ second }) => ({ type: "rooms.close", roomIds: [second], graceMs: LONG_MS }),
      allowed: moderators,
    },
  ],
  "rooms.recall": [
    {
      variant: "at last",
      make: () => ({ type: "rooms.recall", graceMs: LONG_MS }),
      allowed: moderators,
    },
  ],
  "rooms.closeDue": [
    { variant: "over a socket, by nobody", make: () => ({ type: "rooms.closeDue" }), allowed: [] },
  ],
  "room.moderate": [
    {
      variant: "as in the session",
      make: ({ first }) => ({ type: "room.moderate", roomId: first, moderation: null }),
      allowed: moderators,
    },
    {
      variant: "second group, which the leader leads",
      make: ({ second }) => ({ type: "room.moderate", roomId: second, moderation: null }),
      allowed: [...moderators, "leader"],
    },
  ],
  "topics.set": [{ variant: "any", make: () => ({ type: "topics.set", names: ["专项债"] }), allowed: staff }],
  "phrases.set": [
    {
      variant: "any",
      make: () => ({ type: "phrases.set", declineReasons: ["不属本次议题"] }),
      allowed: staff,
    },
  ],
  "stage.show": [
    { variant: "nothing", make: () => ({ type: "stage.show", recordId: null }), allowed: moderators },
  ],
  "report.show": [
    {
      variant: "first group, without time",
      make: ({ first }) => ({ type: "report.show", roomId: first, durationMs: null }),
      allowed: moderators,
    },
    {
      variant: "second group, which the leader leads",
      make: ({ second }) => ({ type: "report.show", roomId: second, durationMs: LONG_MS }),
      allowed: moderators,
    },
  ],
  "stage.queue": [
    {
      variant: "none of it",
      make: ({ routed }) => ({ type: "stage.queue", questionId: routed, place: null }),
      allowed: moderators,
    },
  ],
  "stage.turn": [
    {
      variant: "what is not there any more",
      make: ({ public: questionId }) => ({ type: "stage.turn", recordId: `question:${questionId}`, page: 2 }),
      allowed: [...staff, "stage"],
    },
  ],
} satisfies CommandRows;
