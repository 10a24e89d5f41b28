import type { RequestHandler } from "express";
import type { FontPlaces } from "../documents/pdf/fonts/font-places.ts";
import type { Previews } from "../documents/preview/previews.ts";
import type { ExportTasks } from "../exports/export-tasks.ts";
import type { HostRegistry } from "../host/host-registry.ts";
import type { PasswordDoor } from "../identity/password-door.ts";
import type { PinDoor } from "../identity/pin-door.ts";
import type { Pins } from "../identity/pins.ts";
import type { Tokens } from "../identity/tokens.ts";
import type { Lobbies } from "../lobby/lobbies.ts";
import type { SessionList } from "../lobby/session-list.ts";
import type { NotesVersions } from "../notes/versions/notes-versions.ts";
import type { Log } from "../ports/log.ts";
import type { Storage } from "../ports/storage.ts";
import type { Rehearsals } from "../rehearsal/rehearsals.ts";
import type { DataFinding } from "../verification/data-check.ts";

/** Where the pages come from: built files, or in development whatever builds them on the fly; none for programs. */
export type Client =
  | { readonly kind: "files"; readonly directory: string }
  | { readonly kind: "handler"; readonly handler: RequestHandler }
  | { readonly kind: "none" };

/** What the HTTP routes work with. */
export interface HttpParts {
  readonly hosts: HostRegistry;
  readonly storage: Storage;
  readonly sessions: SessionList;
  readonly lobbies: Lobbies;
  readonly tokens: Tokens;
  readonly pins: Pins;
  readonly pinDoor: PinDoor;
  readonly passwordDoor: PasswordDoor;
  readonly notesVersions: NotesVersions;
  readonly rehearsals: Rehearsals;
  readonly previews: Previews;
  readonly exports: ExportTasks;
  /** Whether the server is up and not about to stop. */
  readonly isReady: () => boolean;
  /** What is known of the data: the start's check, and damage met since. */
  readonly dataFinding: () => DataFinding;
  /** Addresses a laptop in the room can type, best first. */
  readonly addresses: () => string[];
  /** Where documents find their fonts. */
  readonly fontPlaces: FontPlaces;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
  readonly client: Client;
}
