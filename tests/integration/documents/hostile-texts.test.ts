import { expect, test } from "vitest";
import { FONTS_HEADER, fontReportSchema } from "../../../shared/documents/font-report.ts";
import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { openDocx, textOf } from "../../support/documents/docx-file.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";

const REFUSED: readonly [what: string, text: string, code: string][] = [
  ["nothing", "", "text_empty"],
  ["only spaces", " \u3000\t\n ", "text_empty"],
  ["one too long", "字".repeat(LIMITS.questionMaxChars + 1), "text_too_long"],
  ["far too long", "字".repeat(20_000), "text_too_long"],
  ["a bell", "二审\u0007由谁负责", "text_unreadable"],
  ["a NUL", "二审\u0000由谁负责", "text_unreadable"],
  ["half a character", "二审\ud83d由谁负责", "text_unreadable"],
  ["the other half", "二审\ude00由谁负责", "text_unreadable"],
  ["text that runs backwards", "二审\u202e由谁负责", "text_unreadable"],
];

const INERT: readonly string[] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "=cmd()|' /C calc'!A0",
  '＝HYPERLINK("http://127.0.0.1")',
  "@SUM(1+1) +1 -1",
  "[链接](javascript:alert(1)) ![图](http://127.0.0.1/x)",
  "]]> &lt; &amp; #{7*7} {{7*7}}",
  "😀 𠮷 é",
];

test("every text is refused with its code or stored as it is and inert in every document", async () => {
  const server = await startServer();
  const room = await openClass(server, { moderation: "after" });
  const asker = await room.enter("asker");
  const ask = (questionId: string, text: string) =>
    asker.send({ type: "question.ask", questionId, roomId: room.plenary, text });
  for (const [what, text, code] of REFUSED) {
    const questionId = newId();
    expect(await ask(questionId, text), what).toMatchObject({ ok: false, error: { code } });
    expect(asker.get(questionRecordId(questionId)), what).toBeUndefined();
  }
  for (const text of INERT) {
    const questionId = newId();
    expect(await ask(questionId, text), text).toMatchObject({ ok: true });
    expect(asker.get(questionRecordId(questionId))?.text).toBe(text);
  }

  const document = async (name: string) => {
    const response = await fetch(`${server.url}/api/sessions/${room.sessionId}/documents/${name}`, {
      headers: { Authorization: `Bearer ${room.organiserToken}` },
    });
    expect(response.status, name).toBe(200);
    return response;
  };
  const { parts } = await openDocx(new Uint8Array(await (await document("minutes.docx")).arrayBuffer()));
  const words = [...parts.values()].map(textOf).join("\n");
  for (const text of INERT) expect(words).toContain(text);
  const relations = [...parts]
    .filter(([name]) => name.endsWith(".rels"))
    .map(([, part]) => JSON.stringify(part));
  expect(relations.filter((part) => /External|127\.0\.0\.1|javascript:/.test(part))).toEqual([]);
  expect(words).not.toMatch(/HYPERLINK "|DDEAUTO/);

  for (const name of ["minutes.pdf", "statistics.pdf"]) {
    const reply = await document(name);
    expect(reply.headers.get("Content-Type")).toBe("application/pdf");
    expect(
      Buffer.from(await reply.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const told = JSON.parse(decodeURIComponent(reply.headers.get(FONTS_HEADER) ?? ""));
    const { fonts, missing } = fontReportSchema.parse(told);
    expect(fonts.map(({ wanted }) => wanted)).toContain("仿宋_GB2312");
    expect(missing).toEqual(name === "minutes.pdf" ? ["𠮷"] : []);
  }
  expect((await document("statistics.docx")).headers.get(FONTS_HEADER)).toBeNull();

  const markdown = await (await document("minutes.md")).text();
  expect(markdown).not.toMatch(/(?<!\\)<(script|img)|(?<!\\)\]\(|!\[/);
  const json = JSON.stringify(await (await document("minutes.json")).json());
  for (const text of INERT) expect(json).toContain(JSON.stringify(text).slice(1, -1));
});
