import { describe, expect, test } from "vitest";
import { documentEditRecordId, documentSetupRecordId } from "../../../shared/domain/documents/records.ts";
import { lanes } from "../../../shared/domain/lanes.ts";
import { copyOf } from "../../../shared/domain/session/copying.ts";
import { apply, type SessionState } from "../../../shared/domain/state.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { COMMANDS } from "../../../shared/protocol/commands/command.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import type { Role } from "../../support/sample/cast.ts";
import { judged } from "../../support/sample/judged.ts";
import { actor, namedId, play, ROOMS, sampleSession } from "../../support/sample/sample-session.ts";

type Arranged = Omit<CommandOf<"document.arrange">, "type" | "name">;

const NOW = 9_000;
const arrange = (change: Arranged): Command => ({ type: "document.arrange", name: "minutes", ...change });
const word = (text: string, was: string | null, key = "overview"): Command => ({
  type: "document.edit",
  name: "minutes",
  key,
  source: "共1个。",
  text,
  was,
});
const restore = (key = "overview"): Command => ({ type: "document.restore", name: "minutes", key });

function given(...commands: readonly Command[]): SessionState {
  return play(
    commands.map((command) => ({ actor: actor("recorder"), command })),
    sampleSession(),
  );
}

function said(state: SessionState, command: Command, who: Role | "organiser" = "recorder"): string {
  const verdict = judged(command, state, { actor: actor(who), now: NOW });
  return verdict.ok ? `changes ${verdict.value.length}` : verdict.refusal.code;
}

const setupIn = (state: SessionState) => state.find("documentSetup", documentSetupRecordId("minutes"));
const editIn = (state: SessionState) =>
  state.find("documentEdit", documentEditRecordId("minutes", "overview"));

describe("[X7] how a document is set up", () => {
  test("is made by the first change, as by default but for what it names", () => {
    expect(setupIn(given())).toBeUndefined();
    expect(setupIn(given(arrange({ namesAskers: false })))).toMatchObject({
      documentName: "minutes",
      redHead: null,
      grouping: "room",
      namesAskers: false,
      disclosure: "open",
      sections: [],
      hidden: [],
    });
  });

  test("two who hide different sections both have it so, and each shows the own one again", () => {
    const both = given(arrange({ hide: ["agenda"] }), arrange({ hide: ["open"] }));
    expect(setupIn(both)?.hidden).toEqual(["agenda", "open"]);
    expect(
      setupIn(given(arrange({ hide: ["agenda", "open"] }), arrange({ show: ["agenda"] })))?.hidden,
    ).toEqual(["open"]);
  });

  test("a red head begins empty, keeps what is not named, and goes as a whole", () => {
    const begun = given(arrange({ redHead: {} }));
    expect(setupIn(begun)?.redHead).toEqual({
      sign: null,
      serial: null,
      issuer: null,
      issuedOn: null,
      copyTo: [],
    });
    const state = given(
      arrange({ redHead: { sign: "专题会议纪要" } }),
      arrange({ redHead: { copyTo: ["市委办"] } }),
    );
    expect(setupIn(state)?.redHead).toMatchObject({ sign: "专题会议纪要", copyTo: ["市委办"] });
    expect(setupIn(given(arrange({ redHead: {} }), arrange({ redHead: null })))?.redHead).toBeNull();
  });

  test("what is so already changes nothing, and what would hide too much is refused", () => {
    const state = given(arrange({ hide: ["agenda"] }));
    expect(said(state, arrange({ hide: ["agenda"] }))).toBe("changes 0");
    const keys = Array.from({ length: LIMITS.documentSectionsMax }, (_, at) => `room:${at}`);
    expect(said(state, arrange({ hide: keys }))).toBe("too_many_sections");
  });

  test("is seen by staff alone", () => {
    const state = given(arrange({ hide: ["agenda"] }), word("共一个。", null));
    for (const record of [setupIn(state), editIn(state)]) {
      if (record === undefined) throw new Error("not there");
      expect(lanes(record, state).map(([lane]) => lane)).toEqual(["staff"]);
    }
  });

  test("is taken in a sealed session, as wordings are", () => {
    const sealed = play([{ actor: actor("organiser"), command: { type: "session.seal" } }], given());
    for (const command of [arrange({ hide: ["agenda"] }), word("共一个。", null), restore()])
      expect(said(sealed, command)).toMatch(/^changes/);
    expect(said(sealed, { type: "room.open", roomId: ROOMS.first }, "organiser")).toBe("session_sealed");
  });

  test("is copied with the session without 期号, date and wordings", () => {
    const redHead = { sign: "专题会议纪要", serial: "第3期", issuedOn: NOW };
    const state = given(
      arrange({ redHead, grouping: "unit", sections: ["open", "overview"], hide: ["agenda"] }),
      word("共一个。", null),
    );
    const copy = copyOf(state, { sessionId: namedId("copy"), title: "副本" });
    expect(copy?.rest.filter(({ type }) => type.startsWith("document."))).toEqual([
      {
        type: "document.arrange",
        name: "minutes",
        redHead: { sign: "专题会议纪要", serial: null, issuer: null, issuedOn: null, copyTo: [] },
        grouping: "unit",
        namesAskers: true,
        disclosure: "open",
        sections: ["open", "overview"],
        hide: ["agenda"],
      },
    ]);
  });
});

describe("[X9] one place of a document is worded otherwise", () => {
  test("by whom and when, with what was built there", () => {
    expect(editIn(given(word("共一个。", null)))).toMatchObject({
      documentName: "minutes",
      key: "overview",
      source: "共1个。",
      text: "共一个。",
      editedBy: namedId("recorder"),
    });
  });

  test("whoever saw another wording is told so, and nothing is lost", () => {
    const state = given(word("共一个。", null));
    expect(said(state, word("只有一个。", null))).toBe("edit_changed");
    expect(said(state, word("只有一个。", "共一个。"))).toBe("changes 1");
    expect(said(given(), word("只有一个。", "共一个。"))).toBe("edit_changed");
    expect(said(state, word("共一个。", "共一个。"))).toBe("changes 0");
  });

  test("it is taken back, once", () => {
    const state = given(word("共一个。", null));
    expect(editIn(given(word("共一个。", null), restore()))).toBeUndefined();
    expect(said(state, restore())).toBe("changes 1");
    expect(said(given(), restore())).toBe("changes 0");
  });

  test("an empty text leaves any place out but the title", () => {
    expect(said(given(), word("", null))).toBe("changes 1");
    expect(said(given(), word("", null, "title"))).toBe("text_empty");
  });

  test("there are so many in a session and no more, and one that is there is worded on", () => {
    const verdict = judged(word("满", null, "key 0"), given(), { actor: actor("recorder"), now: NOW });
    if (!verdict.ok) throw new Error(verdict.refusal.code);
    const [patch] = verdict.value;
    if (patch?.op !== "put") throw new Error("nothing put");
    const many = Array.from({ length: LIMITS.documentEditsMax }, (_, at) => ({
      ...patch,
      id: documentEditRecordId("minutes", `key ${at}`),
      fields: { ...patch.fields, key: `key ${at}` },
    }));
    const full = apply(given(), many, given().head + 1);
    expect(said(full, word("再一处", null, "another"))).toBe("too_many_edits");
    expect(said(full, word("再改", "满", "key 1"))).toBe("changes 1");
    expect(said(full, restore("key 1"))).toBe("changes 1");
  });

  test.each([
    ["a text that is too long", { text: "长".repeat(LIMITS.documentTextMaxChars + 1) }],
    ["a source with half a character", { source: "半\ud800" }],
    ["a key that is none", { key: "" }],
    ["a document there is not", { name: "novel" }],
  ])("%s is no command", (_what, change) => {
    const command = { ...word("共一个。", null), ...change };
    expect(COMMANDS["document.edit"].schema.safeParse(command).success).toBe(false);
    expect(COMMANDS["document.edit"].schema.safeParse(word("共一个。", null)).success).toBe(true);
  });

  test("its words never stand in the journal", () => {
    expect(COMMANDS["document.edit"].personal).toEqual(["source", "text", "was"]);
  });
});
