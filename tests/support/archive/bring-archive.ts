import type { ArchiveReply } from "../../../shared/protocol/archive-http.ts";
import type { WireError } from "../../../shared/protocol/errors.ts";

/** Brings an archive to a server as the screen does. */
export async function bringArchive(
  url: string,
  token: string,
  archive: Uint8Array,
  query = "",
): Promise<{ readonly status: number; readonly body: ArchiveReply & { readonly error: WireError } }> {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(archive)]), "archive.zip");
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/archive${query}`, { method: "POST", headers, body: form });
  return { status: response.status, body: await response.json() };
}
