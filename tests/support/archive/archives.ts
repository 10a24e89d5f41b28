import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import JSZip from "jszip";
import { expect } from "vitest";
import { MANIFEST_FILE, SEAL_BYTES } from "../../../server/archive/archive-format.ts";
import { bytesInPieces } from "../../../server/archive/pieces.ts";
import { writeArchive } from "../../../server/archive/write-archive.ts";
import { livelyFolder } from "../crash/lively-folder.ts";
import { startServer } from "../process/start-server.ts";
import { freshSeeds } from "../sample/seeded.ts";
import { call, signIn } from "../sockets/api.ts";
import { keptOf } from "./kept-of.ts";

interface LivelyArchive {
  readonly seed: number;
  readonly archive: Buffer;
  readonly sessionId: string;
  /** What its server keeps of it. */
  readonly kept: Awaited<ReturnType<typeof keptOf>>;
}

const [SEED = 0] = freshSeeds(1);
const made = new Map<number, Promise<LivelyArchive>>();

/** The archive of a lively class; made once for all files of tests that run in one process. */
export function livelyArchive(seed = SEED): Promise<LivelyArchive> {
  const known = made.get(seed) ?? archiveOfClass(seed);
  made.set(seed, known);
  return known;
}

async function archiveOfClass(seed: number): Promise<LivelyArchive> {
  const { server, sessionId, token } = await servedClass(seed);
  // Before it is taken, which is recorded.
  const kept = await keptOf(server.storage, sessionId);
  const archive = await bytesOf(await fetchArchive(server.url, sessionId, token));
  await server.stop();
  return { seed, archive, sessionId, kept };
}

/** A server that was started again after a lively class; nothing falls due on it. */
export async function servedClass(seed: number, directory?: string) {
  const folder = directory ?? (await livelyFolder(seed));
  const secret = readFileSync(join(folder, "secret.key"));
  const server = await startServer({ directory: folder, secret, clock: () => 0 });
  const token = await signIn(server.url);
  const { body } = await call<{ sessions: { sessionId: string }[] }>(server.url, "/api/sessions", { token });
  return { folder, server, token, sessionId: body.sessions[0]?.sessionId ?? "" };
}

/** Asks for the archive of a session. */
export function fetchArchive(
  url: string,
  sessionId: string,
  token: string,
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${url}/api/sessions/${sessionId}/documents/archive.zip`, {
    headers: { Authorization: `Bearer ${token}` },
    ...(signal !== undefined && { signal }),
  });
}

/** The bytes of an answer that is a file. */
export async function bytesOf(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** With a seal that is right for what it has become. */
export function sealed(archive: Buffer): Buffer {
  const body = archive.subarray(0, archive.length - SEAL_BYTES);
  return Buffer.concat([body, Buffer.from(createHash("sha256").update(body).digest("hex"))]);
}

/**
 * Written anew with the file of this name, or those whose names fit, changed; hashes and seal as they have to be. The manifest is
 * changed as it stands in the new one.
 */
export async function rewritten(
  archive: Buffer,
  name: string | RegExp,
  change: (text: string) => string,
): Promise<Buffer> {
  const zip = await JSZip.loadAsync(archive);
  const manifest = JSON.parse((await zip.file(MANIFEST_FILE)?.async("string")) ?? "");
  const fits = (other: string) => (typeof name === "string" ? other === name : name.test(other));
  async function* parts() {
    for (const file of manifest.files as { name: string }[]) {
      const bytes = (await zip.file(file.name)?.async("nodebuffer")) ?? Buffer.alloc(0);
      const content = fits(file.name) ? Buffer.from(change(bytes.toString())) : bytes;
      yield { name: file.name, content: bytesInPieces(content) };
    }
  }
  const { formatVersion: _version, format: _format, files: _files, ...about } = manifest;
  const said = name === MANIFEST_FILE ? JSON.parse(change(JSON.stringify(about))) : about;
  const target = new PassThrough();
  const [whole] = await Promise.all([buffer(target), writeArchive(parts(), said, target)]);
  return whole;
}
