import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { journalRow } from "../../../server/host/journal-row.ts";
import { GENESIS_HASH } from "../../../server/ports/journal.ts";
import type { AnyKind, Kind } from "../../../shared/domain/kind.ts";
import { asItIs, noAccess, noParents } from "../../../shared/domain/kind.ts";
import { KINDS, kindOf } from "../../../shared/domain/kinds.ts";
import { LANES, lanes } from "../../../shared/domain/lanes.ts";
import type { Patch } from "../../../shared/domain/patches.ts";
import { trailRecordSchema } from "../../../shared/domain/questions/trails/records.ts";
import { withStep } from "../../../shared/domain/questions/trails/steps.ts";
import { recordBase } from "../../../shared/domain/record-base.ts";
import type { AnyRecord, RecordKind } from "../../../shared/domain/records.ts";
import { apply, type SessionState } from "../../../shared/domain/state.ts";
import { type Presentation, viewOf } from "../../../shared/domain/view.ts";
import { COMMANDS } from "../../../shared/protocol/commands/command.ts";
import { randomPlay } from "../../support/sample/random-play.ts";
import { actor, namedId, sampleSession } from "../../support/sample/sample-session.ts";

test("[K2] every lane gives exactly the fields of the kind's view", () => {
  const seen = new Set<string>();
  const check = (record: AnyRecord, state: SessionState, where: string) => {
    for (const [lane, view] of lanes(record, state)) {
      const { error } = kindOf(record).view.safeParse(view);
      expect(error?.issues, `${record.id} in ${lane}, ${where}`).toBeUndefined();
      seen.add(record.kind);
    }
  };
  const first = sampleSession();
  for (const record of first.everything()) check(record, first, "at first");
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    for (const { before, after } of randomPlay(seed, 300)) {
      for (const record of after.everything()) {
        if (before.get(record.id) !== record) check(record, after, `seed ${seed}`);
      }
    }
  }
  expect([...seen].sort()).toEqual(Object.keys(KINDS).sort());
});

test("[K1] what a kind has that is personal, the commands that carry it have too", () => {
  const ofPeople = [COMMANDS["person.update"], COMMANDS["person.excuse"]].flatMap(({ personal }) => personal);
  expect(ofPeople).toEqual(KINDS.person.personal);
  expect(COMMANDS["roster.import"].personal).toEqual(COMMANDS["person.update"].personal);
  expect(COMMANDS["followup.update"].personal).toEqual(KINDS.followup.personal);
});

const giftSchema = z.strictObject({
  ...recordBase("gift"),
  wrapping: z.string(),
  giver: z.string(),
  price: z.number(),
});
type Gift = z.infer<typeof giftSchema>;

const GIFT: Kind<Gift, { id: string; kind: "gift"; rev: number; wrapping: string; price?: number }> = {
  schema: giftSchema,
  view: giftSchema
    .pick({ id: true, kind: true, rev: true, wrapping: true, price: true })
    .exactPartial({ price: true }),
  parents: noParents,
  followsParents: false,
  personal: ["giver"],
  access: noAccess,
  isBroughtBack: false,
  forRights: (view) => ({ giver: "", price: 0, ...view }),
  singleton: null,
  upgrade: asItIs,
};

const WRITE: Patch = {
  op: "put",
  id: "gift:one",
  kind: "gift" as RecordKind,
  fields: { wrapping: "红纸", giver: "赵甲", price: 8_888 },
};

/** Declares the kind for this test, and who sees it if that is said. */
function declareGift(present?: (gift: AnyRecord) => Presentation): void {
  const kinds = KINDS as unknown as Record<string, AnyKind>;
  const shown = LANES as unknown as Record<string, unknown>;
  kinds.gift = GIFT as unknown as AnyKind;
  if (present !== undefined) shown.gift = present;
  onTestFinished(() => {
    delete kinds.gift;
    delete shown.gift;
  });
}

describe("[K1] a kind that nobody has said more of than has to be", () => {
  test("is seen by nobody until a lane names it, and then by the fields that are named", () => {
    declareGift();
    const state = apply(sampleSession(), [WRITE], 1_000);
    const gift = state.get("gift:one");
    if (gift === undefined) throw new Error("no gift");
    expect(lanes(gift, state)).toEqual([]);

    const named = (fields: readonly string[]) => viewOf(gift, fields as readonly "id"[]);
    declareGift(() => [
      ["staff", named(["wrapping", "price"])],
      ["everyone", named(["wrapping"])],
    ]);
    const views = new Map(lanes(gift, state));
    expect(views.get("everyone")).toEqual({ id: "gift:one", kind: "gift", rev: 1_000, wrapping: "红纸" });
    expect(views.get("staff")).toHaveProperty("price");
    for (const view of views.values()) {
      expect(view).not.toHaveProperty("giver");
      expect(GIFT.view.safeParse(view).success).toBe(true);
    }
    expect(GIFT.view.safeParse({ ...views.get("staff"), giver: "赵甲" }).success).toBe(false);
  });

  test("leaves what is personal out of the journal", () => {
    declareGift();
    const command = { type: "question.approve", questionId: namedId("question") } as const;
    const entry = { seq: 1, at: 1, actor: "organiser", commandId: "c", command, patches: [WRITE] };
    const row = journalRow(entry, GENESIS_HASH);
    expect(row.patches).toContain("红纸");
    expect(row.patches).not.toContain("赵甲");
  });

  test("stays as it is when a step is undone", () => {
    declareGift();
    const acting = { state: sampleSession(), actor: actor("organiser"), by: "organiser", now: 1 };
    const written = withStep(acting, namedId("question"), { kind: "approved" }, [WRITE]);
    const trail = written.find(({ id }) => id.startsWith("trail:"));
    if (trail?.op !== "put") throw new Error("no trail");
    const { steps } = trailRecordSchema.parse({ ...trail.fields, id: trail.id, kind: "trail", rev: 1 });
    expect(steps.at(-1)?.before).toEqual([]);
  });

  test("does not compile without its statements", () => {
    const { personal: _personal, ...silent } = GIFT;
    // @ts-expect-error whether it holds anything personal has to be said
    const incomplete: Kind<Gift> = silent;
    expect(incomplete).not.toHaveProperty("personal");
  });
});
