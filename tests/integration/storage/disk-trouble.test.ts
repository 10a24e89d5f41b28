import { expect, onTestFinished, test } from "vitest";
import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import { newId } from "../../support/new-id.ts";
import { spawnServer } from "../../support/process/server-process.ts";
import { CAST } from "../../support/sample/cast.ts";
import { call, createSession, enterPin, putRoster, signIn } from "../../support/sockets/api.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { type DiskError, faultyDisk } from "../../support/storage/faulty-disk.ts";
import { waitUntil } from "../../support/wait-until.ts";

const DISK_ERRORS: readonly DiskError[] = ["ENOSPC", "EROFS"];

test.each(DISK_ERRORS)(
  "[C4] [X17] %s: commands and files are refused with a code that says so, readers go on, and what was acknowledged stays",
  async (error) => {
    const disk = await faultyDisk();
    const { url, kill } = await spawnServer(disk.directory, { environment: disk.env });
    onTestFinished(kill);
    const organiser = await signIn(url);
    const { sessionId, rooms } = await createSession(url, organiser, { settings: { moderation: "after" } });
    const roomId = rooms[0]?.roomId ?? "";
    const [seat] = await putRoster(url, organiser, sessionId, [{ ...CAST.asker, duties: [] }]);
    if (seat === undefined) throw new Error("no seat");
    const asker = new Follower(url, sessionId, await enterPin(url, sessionId, seat));
    await asker.join();
    const kept = newId();
    const ask = (questionId: string) =>
      asker.send({ type: "question.ask", questionId, roomId, text: "磁盘满了怎么办" });
    expect(await ask(kept)).toMatchObject({ ok: true });

    disk.failWrites(error);
    const refused = newId();
    expect(await ask(refused)).toEqual({
      ok: false,
      error: { code: "storage_unavailable", retryable: true },
    });
    expect(asker.get(questionRecordId(refused))).toBeUndefined();
    expect((await call(url, "/readyz")).status).toBe(503);
    expect((await call(url, "/healthz")).status).toBe(200);
    const reader = new Follower(url, sessionId, organiser);
    expect(await reader.join()).toMatchObject({ ok: true });
    expect(reader.get(questionRecordId(kept))).toMatchObject({ text: "磁盘满了怎么办" });
    expect(reader.get(questionRecordId(refused))).toBeUndefined();
    const minutes = () =>
      call(url, `/api/sessions/${sessionId}/documents/minutes.json`, { token: organiser });
    // What nobody could look up later leaves by no hand.
    expect(await minutes()).toMatchObject({ status: 503, body: { error: { code: "storage_unavailable" } } });

    disk.heal();
    await waitUntil(async () => (await call(url, "/readyz")).status === 200, { what: "readiness to return" });
    expect(await ask(refused)).toMatchObject({ ok: true });
    await waitUntil(() => reader.get(questionRecordId(refused)), { what: "the reader to see it" });
    expect((await minutes()).status).toBe(200);
  },
);
