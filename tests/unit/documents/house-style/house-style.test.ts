import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentStyle } from "../../../../server/documents/style/style.ts";
import { HOUSE_STYLE_RECORD_ID } from "../../../../shared/domain/house-style/records.ts";
import { apply } from "../../../../shared/domain/state.ts";
import {
  type HouseStyleChanges,
  houseStyleSchema,
} from "../../../../shared/protocol/house-style/house-style.ts";
import {
  changesOf,
  houseStyleChangesSchema,
  withChanges,
} from "../../../../shared/protocol/house-style/house-style-changes.ts";
import { OFFICIAL_HOUSE_STYLE } from "../../../../shared/protocol/house-style/official-house-style.ts";
import { judged } from "../../../support/sample/judged.ts";
import { actor, play, sampleSession } from "../../../support/sample/sample-session.ts";

/** Where each fault is, and what it is. */
function faults(style: unknown): string[] {
  const { error } = houseStyleChangesSchema.safeParse(style);
  return (error?.issues ?? []).map(({ path, code, message }) =>
    [path.join("."), code === "custom" ? message : code].join(" "),
  );
}

describe("[X23] the look of a house", () => {
  test("is the standard's where nothing is said", () => {
    expect(houseStyleSchema.parse(OFFICIAL_HOUSE_STYLE)).toEqual(OFFICIAL_HOUSE_STYLE);
    expect(faults({})).toEqual([]);
    expect(withChanges({})).toEqual(OFFICIAL_HOUSE_STYLE);
    expect(changesOf(OFFICIAL_HOUSE_STYLE)).toEqual({});
    const { page, body } = documentStyle(OFFICIAL_HOUSE_STYLE);
    expect(body).toEqual({
      sizeHalfPoints: 32,
      linePitchTwips: 579,
      characterSpacingTwips: -5,
      firstLineChars: 2,
    });
    expect([page.widthTwips, page.topTwips, page.leftTwips]).toEqual([11906, 2098, 1587]);
  });

  test("is the standard's but for what is named, and no more than that is kept", () => {
    const changes: HouseStyleChanges = { page: { leftMm: 30 }, imprint: { copyTo: ["市委办"] } };
    expect(faults(changes)).toEqual([]);
    const style = withChanges(changes);
    expect(style.page).toEqual({ ...OFFICIAL_HOUSE_STYLE.page, leftMm: 30 });
    expect(style.body).toEqual(OFFICIAL_HOUSE_STYLE.body);
    expect(changesOf(style)).toEqual(changes);
  });

  test.each<[unknown, string[]]>([
    [{ page: { leftMm: -1 } }, ["page.leftMm too_small"]],
    [{ body: { sizePt: "16" } }, ["body.sizePt invalid_type"]],
    [{ body: { sizePt: Number.NaN } }, ["body.sizePt invalid_type"]],
    [{ fonts: { body: '仿宋"/><x' } }, ["fonts.body invalid_format"]],
    [{ fonts: { body: "" } }, ["fonts.body invalid_format"]],
    [{ redHead: { colour: "red" } }, ["redHead.colour invalid_format"]],
    [{ colours: {} }, [" unrecognized_keys"]],
    [{ page: { marginMm: 1 }, body: { size: 16 } }, ["page unrecognized_keys", "body unrecognized_keys"]],
    [{ slides: { textSizePt: 12 } }, ["slides.textSizePt too_small"]],
    [{ page: { leftMm: 70, rightMm: 70 } }, ["page.leftMm text_too_narrow"]],
    [{ page: { topMm: 120, bottomMm: 100 } }, ["page.topMm text_too_low"]],
    [{ page: { footerMm: 36 } }, ["page.footerMm footer_in_text"]],
    [{ body: { sizePt: 30 } }, ["body.linePitchPt lines_overlap"]],
    [{ table: { linePitchPt: 10 } }, ["table.linePitchPt lines_overlap"]],
    [[], [" invalid_type"]],
  ])("%j is refused, each fault by its path", (style, expected) => {
    expect(faults(style)).toEqual(expected);
  });

  test("whatever is taken leaves room for text and can be counted by renderers", () => {
    const mm = fc.double({ min: 0, max: 150, noNaN: true });
    fc.assert(
      fc.property(fc.record({ leftMm: mm, rightMm: mm, topMm: mm, bottomMm: mm, footerMm: mm }), (page) => {
        if (!houseStyleChangesSchema.safeParse({ page }).success) return;
        const { widthTwips, leftTwips, rightTwips, ...rest } = documentStyle(withChanges({ page })).page;
        expect(widthTwips - leftTwips - rightTwips).toBeGreaterThan(4_500);
        expect(Object.values(rest).every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe("[X23] document.style", () => {
  const organiser = { actor: actor("organiser"), now: 1 } as const;
  const open = sampleSession();
  const kept = (style: HouseStyleChanges | null, state = open) => {
    const verdict = judged({ type: "document.style", style }, state, organiser);
    if (!verdict.ok) throw new Error(verdict.refusal.code);
    return verdict.value.length === 0 ? state : apply(state, verdict.value, state.head + 1);
  };
  const changesIn = (state = open) => state.find("houseStyle", HOUSE_STYLE_RECORD_ID)?.changes ?? null;

  test("keeps what differs, takes it back, and changes nothing where it says what is there", () => {
    const wide = kept({ page: { leftMm: 20, topMm: 37 } });
    expect(changesIn(wide)).toEqual({ page: { leftMm: 20 } });
    expect(kept({ page: { leftMm: 20 } }, wide)).toBe(wide);
    expect(changesIn(kept(null, wide))).toBeNull();
    expect(changesIn(kept({ page: { leftMm: 28 } }, wide))).toBeNull();
    expect(kept(null)).toBe(open);
  });

  test("is taken when the session is sealed", () => {
    const sealed = play([{ actor: actor("organiser"), command: { type: "session.seal" } }], open);
    expect(changesIn(kept({ body: { sizePt: 14 } }, sealed))).toEqual({ body: { sizePt: 14 } });
  });
});
