import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { NOTES_LIMITS } from "../../../server/notes/notes-limits.ts";
import { openDocument } from "../../../server/notes/storing/stored-document.ts";
import { takeUpdate } from "../../support/notes/take-update.ts";
import { type ForgedStruct, forge, forgeUpdate } from "../../support/notes/update-forge.ts";
import { countLookups } from "../../support/process/count-lookups.ts";
import { freshSeeds, Seeded } from "../../support/sample/seeded.ts";

const ROOT = { root: "notes" } as const;

function serverDoc(...updates: Uint8Array[]): Y.Doc {
  return openDocument("a document", { snapshot: null, updates });
}

function elements(
  client: number,
  count: number,
  place: (index: number) => NonNullable<ForgedStruct["place"]>,
): Uint8Array {
  const structs = Array.from({ length: count }, (_, index) =>
    forge.element("paragraph", index === 0 ? ROOT : place(index)),
  );
  return forgeUpdate({ blocks: [{ client, clock: 0, structs }] });
}

/** Client ids are drawn so that either order of them occurs. */
function editor(random: Seeded): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1 + random.below(1_000_000);
  return doc;
}

function editOnce(doc: Y.Doc, random: Seeded): void {
  const notes = doc.getXmlFragment("notes");
  const paragraph = notes.length === 0 ? null : notes.get(random.below(notes.length));
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  switch (random.below(text instanceof Y.XmlText ? 6 : 1)) {
    case 0: {
      const made = new Y.XmlElement("heading");
      made.insert(0, [new Y.XmlText("字")]);
      notes.insert(random.below(notes.length + 1), [made]);
      break;
    }
    case 1:
      if (paragraph instanceof Y.XmlElement) paragraph.setAttribute("level", `${2 + random.below(2)}`);
      break;
    case 2:
      notes.delete(random.below(notes.length), 1);
      break;
    case 3:
      if (text instanceof Y.XmlText && text.length > 1) text.delete(random.below(text.length - 1), 1);
      break;
    case 4:
      if (text instanceof Y.XmlText) text.format(0, text.length, { bold: random.below(2) === 0 ? {} : null });
      break;
    default:
      if (text instanceof Y.XmlText)
        text.insert(random.below(text.length + 1), random.pick(["a", "bc", "研讨"]));
  }
}

describe("[N6] what finding places costs is known before Yjs does it", () => {
  test.each(freshSeeds(20))("seed %i: editors who wrote apart for long", (seed) => {
    const random = new Seeded(seed);
    const server = serverDoc();
    const editors = Array.from({ length: 4 }, () => editor(random));
    let [counted, looked] = [0, 0];
    for (let round = 0; round < 4; round++) {
      for (const doc of editors) for (let edits = 0; edits < 60; edits++) editOnce(doc, random);
      for (const doc of editors) {
        const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
        const plain = serverDoc(Y.encodeStateAsUpdate(server));
        const partSizeMax = random.pick([3, 50, 1000]);
        looked += countLookups(() => {
          const taken = takeUpdate(update, server, { partSizeMax });
          expect(["taken", "known"]).toContain(taken.kind);
          counted += taken.steps;
        });
        Y.applyUpdate(plain, update);
        expect(server.getXmlFragment("notes").toString()).toBe(plain.getXmlFragment("notes").toString());
        expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(plain));
      }
      const all = Y.encodeStateAsUpdate(server);
      for (const doc of editors) Y.applyUpdate(doc, all);
    }
    expect(looked).toBeGreaterThan(100);
    // The count itself puts each item it sees into one set.
    expect(counted).toBeGreaterThanOrEqual(looked - counted / 2);
    expect(counted).toBeLessThanOrEqual(2 * (looked - counted / 2) + 50);
    // What four people cause in an evening apart is far below the limit.
    expect(counted).toBeLessThan(20_000);
  });

  const both = (one: Uint8Array, other: Uint8Array) => [one, other] as const;
  test.each([
    [
      "each before the one before it, by two who do not know of each other",
      ...both(
        elements(5, 2000, (index) => ({ right: [5, index - 1] })),
        elements(6, 2000, (index) => ({ right: [6, index - 1] })),
      ),
    ],
    [
      "none with a left neighbour, each with another right one",
      ...both(
        elements(5, 2000, (index) => ({ left: [5, index - 1] })),
        forgeUpdate({
          blocks: [
            {
              client: 6,
              clock: 0,
              structs: Array.from({ length: 2000 }, (_, index) =>
                forge.element("p", { right: [5, 1999 - index] }),
              ),
            },
          ],
        }),
      ),
    ],
    [
      "each the first of the root",
      ...both(
        elements(5, 2000, () => ROOT),
        elements(6, 2000, () => ROOT),
      ),
    ],
  ])("forged places are refused before they cost anything: %s", (_name, first, second) => {
    const server = serverDoc();
    const looked = countLookups(() => {
      expect([takeUpdate(first, server).kind, takeUpdate(second, server).kind]).toContain("conflicts");
    });
    expect(looked).toBeLessThan(200_000);
  });

  test("values of one attribute without order are refused in time", () => {
    const structs = [
      forge.element("heading", ROOT),
      ...Array.from({ length: 5000 }, () => forge.any(2, { parent: [5, 0], key: "level" })),
    ];
    expect(takeUpdate(forgeUpdate({ blocks: [{ client: 5, clock: 0, structs }] }), serverDoc()).kind).toBe(
      "conflicts",
    );
  });

  test("what was taken before a refusal is what the document has", () => {
    const server = serverDoc(elements(5, 400, (index) => ({ right: [5, index - 1] })));
    const before = server.getXmlFragment("notes").length;
    const taken = takeUpdate(
      elements(6, 400, (index) => ({ right: [6, index - 1] })),
      server,
      { ownStepsMax: 1000 },
    );
    expect(taken.kind).toBe("conflicts");
    expect(server.getXmlFragment("notes").length).toBeGreaterThan(before);
    expect(server.store.pendingStructs).toBeNull();
  });
});

describe("[N11] dear places", () => {
  const prepared = () => serverDoc(elements(5, 9000, (index) => ({ left: [5, index - 1] })));
  const landings = (client: number, count: number) => elements(client, count, () => ROOT);

  test("what others put there is counted apart and is nobody's fault", () => {
    const taken = takeUpdate(landings(6, 3), prepared(), {
      isOwn: (clientId) => clientId === 6,
      ownStepsMax: 100,
    });
    expect(taken.kind).toBe("taken");
    expect(taken.othersSteps).toBeGreaterThan(3 * 8999);
    expect(taken.steps - taken.othersSteps).toBeLessThan(10);
  });

  test("one turn looks at no more than its share, or finds a single place that was counted before", () => {
    const isOwn = (clientId: number) => clientId === 6;
    const several = takeUpdate(landings(6, 12), prepared(), { isOwn });
    expect(several.kind).toBe("taken");
    expect(several.partStepsMax).toBeLessThanOrEqual(NOTES_LIMITS.stepsPerTurnMax);
    expect(several.parts).toBeGreaterThan(3);
    const server = serverDoc(elements(5, 40_000, (index) => ({ left: [5, index - 1] })));
    const looked: number[] = [];
    const dear = takeUpdate(landings(6, 2), server, { isOwn, onPart: (steps) => looked.push(steps) });
    expect(dear.kind).toBe("taken");
    expect(looked.map((steps) => steps > 0)).toEqual([false, true, false, true]);
  });
});
