import { expect, test, vi } from "vitest";
import { openDocx, textOf } from "../../support/documents/docx-file.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { hasPoppler, readPdf } from "../../support/sample/pdf-file.ts";
import { createSession, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";
import { tempDirectory } from "../../support/temp-directory.ts";

/** A worker is bundled from its sources first, on a machine that runs other tests besides. */
vi.setConfig({ testTimeout: 120_000 });

const PAGE_HEIGHT_PT = 842;
const SOURCE = "三楼会议室";
const WORDED = "三楼第一会议室（东侧）";

test("[X9] every format of a document is set up and worded as its records say, in a sealed session too; the journal has no word of it", async () => {
  const { url, storage } = await startServer();
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, { place: SOURCE });
  const act = await commandAs(url, sessionId, token);
  const roomId = rooms[0]?.roomId ?? "";
  await act({ type: "question.ask", questionId: newId(), roomId, text: "谁负责？", spoken: true });
  await act({ type: "session.seal" });
  const redHead = { sign: "专题会议纪要", issuer: "市委办公室" };
  await act({ type: "document.arrange", name: "minutes", redHead, hide: ["attendance"] });
  const edit = { type: "document.edit", name: "minutes", key: "meta/place" } as const;
  await act({ ...edit, source: SOURCE, text: WORDED, was: null });
  act.close();
  const file = async (format: string) => {
    const address = `${url}/api/sessions/${sessionId}/documents/minutes.${format}`;
    const response = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const docx = [...(await openDocx(await file("docx"))).parts.values()].map(textOf).join("");
  const texts = { docx, md: String(await file("md")), json: String(await file("json")) };
  const pdf = await file("pdf");
  const printed = (await hasPoppler())
    ? { pdf: (await readPdf(pdf, await tempDirectory(), PAGE_HEIGHT_PT)).text }
    : {};
  for (const [format, text] of Object.entries({ ...texts, ...printed })) {
    const said = text.replace(/\s+/gu, "");
    for (const words of [WORDED, redHead.sign, redHead.issuer]) expect(said, format).toContain(words);
    expect(said, format).not.toContain("出席");
  }
  const journal = JSON.stringify(await storage.journal.rows(sessionId, 0, 50));
  expect(journal).toContain("document.edit");
  expect(journal).not.toContain(WORDED);
});
