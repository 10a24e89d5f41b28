import { describe, expect, test } from "vitest";
import {
  notesVersionReplySchema,
  notesVersionsReplySchema,
  restoreVersionReplySchema,
  saveVersionReplySchema,
} from "../../../shared/protocol/notes-versions.ts";
import { newId } from "../../support/new-id.ts";
import { openNotesEditor } from "../../support/notes/notes-editor.ts";
import { startServer } from "../../support/process/start-server.ts";
import { call } from "../../support/sockets/api.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { waitUntil } from "../../support/wait-until.ts";

const TEXT = "园区标准厂房闲置三万平方米，招商目录缺的是上下游配套。".repeat(3);

async function opened() {
  const server = await startServer();
  const room = await openClass(server);
  const path = (roomId: string, rest = "") =>
    `/api/sessions/${room.sessionId}/rooms/${roomId}/notes/versions${rest}`;
  const notesUrl = `${server.url.replace("http", "ws")}/yjs`;
  const write = async (token: string, roomId: string) => {
    const editor = openNotesEditor(notesUrl, token, {
      documentName: `${room.sessionId}/${roomId}/notes`,
    });
    await editor.synced();
    return editor;
  };
  return { server, room, path, write };
}

describe("[N13] [N14] versions over HTTP", () => {
  test("a wiped room's notes are found and put back by the recorder, and that is undone", async () => {
    const { server, room, path, write } = await opened();
    const { url } = server;
    const recorder = await room.token("recorder");
    const asker = await write(await room.token("asker"), room.first);
    asker.write(TEXT);
    await waitUntil(() => asker.saved() === 2, { what: "written" });
    const stranger = await write(await room.token("neighbour"), room.first);
    await waitUntil(() => stranger.text() === TEXT, { what: "read" });
    const root = stranger.doc.getXmlFragment("notes");
    root.delete(0, root.length);
    await waitUntil(() => asker.text() === "", { what: "wiped" });

    const list = await waitUntil(
      async () => {
        const { body } = await call(url, path(room.first), { token: recorder });
        const { versions } = notesVersionsReplySchema.parse(body);
        return versions.length > 0 && versions;
      },
      { what: "a version" },
    );
    expect(list).toMatchObject([
      {
        occasion: "deletion",
        by: room.seats.neighbour.personId,
        authors: [room.seats.asker.personId],
        deletedChars: TEXT.length,
      },
    ]);
    const versionId = list[0]?.versionId ?? "";
    const looked = await call(url, path(room.first, `/${versionId}`), { token: recorder });
    expect(notesVersionReplySchema.parse(looked.body)).toMatchObject({
      truncated: false,
      lines: [{ change: "gone", text: TEXT }],
    });
    const restored = await call(url, path(room.first, `/${versionId}/restore`), {
      token: recorder,
      body: {},
    });
    const { version, before, isChanged } = restoreVersionReplySchema.parse(restored.body);
    expect({ isChanged, by: version.by }).toEqual({ isChanged: true, by: room.seats.recorder.personId });
    await waitUntil(() => asker.text() === TEXT && stranger.text() === TEXT, { what: "back" });
    const undone = await call(url, path(room.first, `/${before.versionId}/restore`), {
      token: recorder,
      body: {},
    });
    expect(undone.status).toBe(200);
    await waitUntil(() => asker.text() === "", { what: "undone" });
  });

  test("kept by hand it has a name; the same again is not kept twice; wrong calls have their codes", async () => {
    const { server, room, path, write } = await opened();
    const { url } = server;
    const leader = await room.token("leader");
    const editor = await write(leader, room.second);
    editor.write("小组讨论");
    await waitUntil(() => editor.saved() === 2, { what: "written" });
    const made = await call(url, path(room.second), { token: leader, body: { name: " 第一轮  结束 " } });
    expect(made.status).toBe(201);
    expect(saveVersionReplySchema.parse(made.body)).toMatchObject({
      isNew: true,
      version: { occasion: "saved", name: "第一轮 结束", by: room.seats.leader.personId, chars: 4 },
    });
    expect((await call(url, path(room.second), { token: leader, body: {} })).status).toBe(200);
    const codes = [
      await call(url, path(room.second), { token: leader, body: { name: "长".repeat(41) } }),
      await call(url, path(room.second, `/${newId()}`), { token: leader }),
      await call(url, path(room.second, `/${newId()}/restore`), { token: leader, body: {} }),
      await call(url, path(room.first), { token: leader }),
      await call(url, path(newId()), { token: room.organiserToken }),
      await call(url, path(room.second)),
    ];
    expect(
      codes.map(({ status, body }) => [status, (body as { error: { code: string } }).error.code]),
    ).toEqual([
      [400, "bad_request"],
      [404, "version_unknown"],
      [404, "version_unknown"],
      [403, "forbidden"],
      [404, "room_unknown"],
      [401, "not_signed_in"],
    ]);
  });

  test("[C6] a sealed session keeps what changed last; its versions are read and not put back", async () => {
    const { server, room, path, write } = await opened();
    const { url } = server;
    const editor = await write(await room.token("asker"), room.first);
    editor.write("封存前");
    await waitUntil(() => editor.saved() === 2, { what: "written" });
    const organiser = await room.organiser();
    expect(await organiser.send({ type: "session.seal" })).toMatchObject({ ok: true });
    const [version] = await waitUntil(
      async () => {
        const { body } = await call(url, path(room.first), { token: room.organiserToken });
        const { versions } = notesVersionsReplySchema.parse(body);
        return versions.length > 0 && versions;
      },
      { what: "kept at the sealing" },
    );
    expect(version).toMatchObject({ occasion: "closed", chars: 3 });
    for (const rest of ["", `/${version?.versionId}/restore`]) {
      const refused = await call(url, path(room.first, rest), { token: room.organiserToken, body: {} });
      expect(refused.body).toEqual({ error: { code: "session_sealed", retryable: false } });
    }
  });
});
