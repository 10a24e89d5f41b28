import { CLOSE_CODES } from "../../../shared/protocol/notes.ts";

/** Why the server will not have this connection any more; nothing is tried again by itself. */
export type FinalClose =
  | "notSignedIn"
  | "noRight"
  | "noSuchDocument"
  | "tooLarge"
  | "contentRefused"
  | "anotherLife"
  | "clientOutdated"
  | "refused";

/** Where the connection of a notes document stands. */
export type NotesLink =
  | { readonly state: "connecting" }
  /** Connected, and what the server has is here. */
  | { readonly state: "synced" }
  /** Cut off after having been there, and tried again. */
  | { readonly state: "offline" }
  | { readonly state: "ended"; readonly why: FinalClose };

/** What the badge says. `saved` means on disk, and is never said otherwise. */
export type BadgeState =
  | "loading"
  | "saved"
  | "saving"
  | "offline"
  | "offline-unsaved"
  | "read-only"
  | "read-only-unsaved"
  | "ended"
  | "ended-unsaved";

/** What a final close code means. */
export function finalClose(code: number): FinalClose {
  switch (code) {
    case CLOSE_CODES.notSignedIn:
      return "notSignedIn";
    case CLOSE_CODES.noRight:
      return "noRight";
    case CLOSE_CODES.noSuchDocument:
      return "noSuchDocument";
    case CLOSE_CODES.tooLarge:
      return "tooLarge";
    case CLOSE_CODES.contentRefused:
      return "contentRefused";
    case CLOSE_CODES.anotherLife:
      return "anotherLife";
    case CLOSE_CODES.clientOutdated:
      return "clientOutdated";
    default:
      return "refused";
  }
}

/**
 * The badge of a document. `serverReached` is what the session's own connection knows, which notices a cut within
 * seconds where the notes socket may take half a minute.
 */
export function badgeState(circumstances: {
  readonly link: NotesLink;
  readonly unsaved: boolean;
  readonly canWrite: boolean;
  readonly serverReached: boolean;
}): BadgeState {
  const { link, unsaved, canWrite, serverReached } = circumstances;
  if (link.state === "ended") return unsaved ? "ended-unsaved" : "ended";
  if (!canWrite) return unsaved ? "read-only-unsaved" : "read-only";
  if (link.state === "offline" || !serverReached) return unsaved ? "offline-unsaved" : "offline";
  if (link.state === "connecting") return unsaved ? "saving" : "loading";
  return unsaved ? "saving" : "saved";
}

/** Whether the reader can do something about the close in the text itself, such as undo a paste. */
export function canBeMended(why: FinalClose): boolean {
  return why === "tooLarge" || why === "contentRefused" || why === "refused";
}

/** Whether leaving the page now could lose what the server has not got. */
export function warnsOnLeaving(badge: BadgeState): boolean {
  return badge === "saving" || badge.endsWith("-unsaved");
}
