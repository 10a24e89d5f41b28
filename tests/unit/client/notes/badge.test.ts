import { describe, expect, test } from "vitest";
import {
  badgeState,
  finalClose,
  type NotesLink,
  warnsOnLeaving,
} from "../../../../client/features/notes/badge-state.ts";

const SYNCED: NotesLink = { state: "synced" };
const calm = { link: SYNCED, unsaved: false, canWrite: true, serverReached: true };

describe("badgeState", () => {
  test("saved only with everything on disk, the line up and the content here", () => {
    const links: NotesLink[] = [
      { state: "connecting" },
      SYNCED,
      { state: "offline" },
      { state: "ended", why: "notSignedIn" },
    ];
    for (const link of links) {
      for (const unsaved of [false, true]) {
        for (const canWrite of [false, true]) {
          for (const serverReached of [false, true]) {
            const isSaved = badgeState({ link, unsaved, canWrite, serverReached }) === "saved";
            expect(isSaved).toBe(link.state === "synced" && !unsaved && canWrite && serverReached);
          }
        }
      }
    }
  });

  test("a cut the session's connection noticed first shows at once", () => {
    expect(badgeState({ ...calm, serverReached: false })).toBe("offline");
    expect(badgeState({ ...calm, serverReached: false, unsaved: true })).toBe("offline-unsaved");
  });

  test("text that came too late for a closed room is not called saved", () => {
    expect(badgeState({ ...calm, canWrite: false, unsaved: true })).toBe("read-only-unsaved");
    expect(badgeState({ ...calm, canWrite: false })).toBe("read-only");
  });

  test("leaving warns whenever something is unsaved, and only then", () => {
    expect(warnsOnLeaving("saved")).toBe(false);
    expect(warnsOnLeaving("offline")).toBe(false);
    expect(warnsOnLeaving("read-only")).toBe(false);
    for (const badge of ["saving", "offline-unsaved", "read-only-unsaved", "ended-unsaved"] as const) {
      expect(warnsOnLeaving(badge)).toBe(true);
    }
  });

  test("final close codes have reasons of their own", () => {
    expect([4400, 4401, 4403, 4404, 4413, 4499].map(finalClose)).toEqual([
      "contentRefused",
      "notSignedIn",
      "noRight",
      "noSuchDocument",
      "tooLarge",
      "refused",
    ]);
  });
});
