import type * as Y from "yjs";
import type { NotesHub } from "../../../server/notes/notes-hub.ts";
import { openSqliteStorage } from "../../../server/storage/sqlite/open-sqlite-storage.ts";
import { openForTest } from "../storage/storage-adapters.ts";
import { tempDirectory } from "../temp-directory.ts";
import { waitUntil } from "../wait-until.ts";
import { docOf, textOf } from "./notes-editor.ts";
import { NOTES_DOCUMENT, type NotesServer, startNotesServer } from "./notes-server.ts";

/** So long that no pause comes within a test. */
export const NEVER_MS = 3_600_000;
export const PARAGRAPH = "专项债券项目二审由市里负责，县里先报清单，逐项核对资金来源与还款计划。".repeat(2);

export const sqlite = {
  name: "sqlite",
  durable: true,
  open: (directory: string) => openSqliteStorage({ directory }),
};

export async function started(
  versionLimits: NonNullable<Parameters<typeof startNotesServer>[0]>["versionLimits"] = {},
  directory?: string,
): Promise<NotesServer & { readonly directory: string }> {
  const folder = directory ?? (await tempDirectory());
  const storage = await openForTest(sqlite, folder);
  const server = await startNotesServer({
    store: storage.notes,
    versionStore: storage.notesVersions,
    versionLimits: { pauseMs: NEVER_MS, everyMs: NEVER_MS, ...versionLimits },
    // Tests type faster than people: what is too fast is no matter of versions.
    limits: { updatesPerSecond: 1000, updatesBurst: 1000 },
  });
  return { ...server, directory: folder };
}

export function versionsOf({ hub }: { hub: NotesHub }) {
  return hub.versions.list(NOTES_DOCUMENT);
}

export async function versionsWhen(server: NotesServer, count: number) {
  return waitUntil(
    async () => {
      const versions = await versionsOf(server);
      return versions.length >= count && versions;
    },
    { what: `${count} versions` },
  );
}

/** The text of a version as it was, read out of what comparing tells of it. */
export async function textThen(server: NotesServer, versionId: string): Promise<string> {
  const compared = await server.hub.versions.compare(NOTES_DOCUMENT, versionId);
  return (compared?.lines ?? [])
    .filter(({ change }) => change !== "new")
    .map(({ text }) => text)
    .join("\n");
}

export async function textNow(server: NotesServer): Promise<string> {
  return textOf(docOf(await server.stateOf(NOTES_DOCUMENT)));
}

export function wipe(doc: Y.Doc): void {
  const root = doc.getXmlFragment("notes");
  root.delete(0, root.length);
}
