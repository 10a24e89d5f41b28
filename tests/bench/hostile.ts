import * as Y from "yjs";
import { NOTES_LIMITS } from "../../server/notes/notes-limits.ts";
import { openDocument } from "../../server/notes/storing/stored-document.ts";
import { checkUpdate } from "../../server/notes/update/check-update.ts";
import { integratePart } from "../../server/notes/update/integrate-part.ts";
import { type ForgedStruct, forge, forgeUpdate } from "../support/notes/update-forge.ts";
import { type BenchReport, median, rounded } from "./measuring/report.ts";

const ROOT = { root: "notes" } as const;
const STRUCTS = NOTES_LIMITS.structsPerUpdateMax;
const RANGES = NOTES_LIMITS.deleteRangesPerUpdateMax;
const ROUNDS = 5;
const AIM_MS = 50;

function structs(client: number, count: number, make: (index: number) => ForgedStruct, from = 0): Uint8Array {
  const made = Array.from({ length: count }, (_, index) => make(index + from));
  return forgeUpdate({ blocks: [{ client, clock: from, structs: made }] });
}

function chain(client: number, count: number, from = 0): Uint8Array {
  return structs(
    client,
    count,
    (index) => forge.element("p", index === 0 ? ROOT : { left: [client, index - 1] }),
    from,
  );
}

function prepends(client: number, count: number): Uint8Array {
  return structs(client, count, (index) =>
    forge.element("p", index === 0 ? ROOT : { right: [client, index - 1] }),
  );
}

const LONG_TEXT = forgeUpdate({
  blocks: [
    {
      client: 5,
      clock: 0,
      structs: [
        forge.element("p", ROOT),
        forge.type(6, { parent: [5, 0] }),
        forge.text("x".repeat(200_000), { parent: [5, 1] }),
      ],
    },
  ],
});

const MANY = 12_500;
const EACH = 8;

/** Of every second unit, so that no two ranges are one. */
const DELETIONS_OF_MANY = Array.from({ length: MANY }, (_, index) => ({
  client: 100 + index,
  ranges: Array.from({ length: EACH }, (_, range) => [range * 2, 1] as const),
}));

const DELETED_BY_MANY = [
  forgeUpdate({
    blocks: DELETIONS_OF_MANY.map(({ client }, number) => ({
      client,
      clock: 0,
      structs: Array.from({ length: EACH * 2 }, (_, index) => {
        if (index > 0) return forge.element("p", { left: [client, index - 1] });
        return forge.element("p", number === 0 ? ROOT : { left: [client - 1, EACH * 2 - 1] });
      }),
    })),
  }),
  forgeUpdate({ deletes: DELETIONS_OF_MANY }),
];

interface Case {
  readonly before: readonly Uint8Array[];
  readonly update: Uint8Array;
  /** Whose items count as the sender's own; all, where nothing is said. */
  readonly isOwn?: (clientId: number) => boolean;
}

/** The largest frames that are let in, and forged ones that are not; each on a document that may hold something before. */
const CASES: Readonly<Record<string, Case>> = {
  "20,000 paragraphs in a row": { before: [], update: chain(5, STRUCTS) },
  "20,000 paragraphs, each before the last": { before: [], update: prepends(5, STRUCTS) },
  "20,000 insertions all over one text": {
    before: [LONG_TEXT],
    update: structs(6, STRUCTS, (index) =>
      forge.text("y", { left: [5, 2 + index * 2], right: [5, 3 + index * 2] }),
    ),
  },
  "50,000 deletions all over one text": {
    before: [LONG_TEXT],
    update: forgeUpdate({
      deletes: [
        { client: 5, ranges: Array.from({ length: RANGES }, (_, index) => [2 + index * 2, 1] as const) },
      ],
    }),
  },
  "20,000 more in a document of 100,000": {
    before: Array.from({ length: 5 }, (_, part) => chain(5, STRUCTS, part * STRUCTS)),
    update: structs(6, STRUCTS, (index) =>
      forge.element("p", { left: [5, index * 4], right: [5, index * 4 + 1] }),
    ),
  },
  "forged: 9,000 before 9,000 of another": { before: [prepends(5, 9000)], update: prepends(6, 9000) },
  "forged: 9,000 with right neighbours anywhere": {
    before: [chain(5, 9000)],
    update: structs(6, 9000, (index) => forge.element("p", { right: [5, 8999 - index] })),
  },
  "honest: one paragraph where others put 100,000": {
    before: Array.from({ length: 5 }, (_, part) => chain(5, STRUCTS, part * STRUCTS)),
    update: structs(6, 1, () => forge.element("p", ROOT)),
    isOwn: () => false,
  },
  "known: the whole of 20,000 paragraphs again": {
    before: [chain(5, STRUCTS)],
    update: chain(5, STRUCTS),
  },
  "known: 100,000 deletions of 12,500 client ids again": {
    before: DELETED_BY_MANY,
    update: forgeUpdate({ deletes: DELETIONS_OF_MANY }),
  },
  "forged: 20,000 values of one attribute": {
    before: [],
    update: structs(5, STRUCTS, (index) =>
      index === 0 ? forge.element("p", ROOT) : forge.any(1, { parent: [5, 0], key: "level" }),
    ),
  },
};

function serverDoc(before: readonly Uint8Array[]): Y.Doc {
  return openDocument("a document", { snapshot: null, updates: before });
}

function timed(work: () => void): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

/** The longest the loop is held while the update is judged and taken, and what became of it. */
function longestTurn({ before, update, isOwn = () => true }: Case): { ms: number; outcome: string } {
  const doc = serverDoc(before);
  let verdict: ReturnType<typeof checkUpdate> | undefined;
  const judgeMs = timed(() => {
    verdict = checkUpdate(update, { doc, mayWriteAs: () => true, limits: NOTES_LIMITS });
  });
  if (verdict?.kind !== "new") return { ms: judgeMs, outcome: verdict?.kind ?? "" };
  const { pending } = verdict;
  const root = doc.getXmlFragment("notes");
  let ownStepsMax: number = NOTES_LIMITS.ownStepsPerUpdateMax;
  // A large update is judged in one turn, its parts follow in others.
  let longestMs = judgeMs;
  let outcome = "ok";
  while (outcome === "ok" && !pending.isDone) {
    const partMs = timed(() => {
      const part = pending.next(doc, NOTES_LIMITS.partSizeMax);
      const done = integratePart(pending, part, {
        doc,
        root,
        limits: NOTES_LIMITS,
        isOwn,
        ownStepsMax,
        landingStepsMax: Number.POSITIVE_INFINITY,
      });
      pending.encode(done.taken);
      ownStepsMax -= done.looked.own;
      outcome = done.outcome === "later" ? "ok" : done.outcome;
    });
    longestMs = Math.max(longestMs, partMs);
  }
  return { ms: longestMs, outcome: outcome === "ok" ? "taken" : outcome };
}

/** How long one notes frame can hold the loop, beside Yjs taking the same frame as it comes. */
export async function hostile(): Promise<BenchReport> {
  // A server that has run for a while has its code compiled.
  for (const frame of Object.values(CASES)) longestTurn(frame);
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  for (const [name, frame] of Object.entries(CASES)) {
    const turns = Array.from({ length: ROUNDS }, () => longestTurn(frame));
    const ms = median(turns.map((turn) => turn.ms));
    const doc = serverDoc(frame.before);
    const plainMs = timed(() => Y.applyUpdate(doc, frame.update));
    rows.push([
      name,
      turns[0]?.outcome ?? "",
      rounded(ms, 1),
      rounded(Math.max(...turns.map((turn) => turn.ms)), 1),
      rounded(plainMs, 1),
      AIM_MS,
    ]);
    figures[name] = rounded(ms, 1);
  }
  return {
    title: `longest hold of the loop by one notes frame, ${ROUNDS} rounds`,
    columns: ["frame", "outcome", "longest turn ms, median", "worst", "plain Yjs ms", "aim"],
    rows,
    figures,
  };
}
