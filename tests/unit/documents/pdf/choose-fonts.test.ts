import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chooseFonts, type FontRole } from "../../../../server/documents/pdf/fonts/choose-fonts.ts";
import type { FontPlaces } from "../../../../server/documents/pdf/fonts/font-places.ts";
import { renderPdf } from "../../../../server/documents/pdf/render-pdf.ts";
import { OFFICIAL_STYLE } from "../../../../server/documents/style/style.ts";
import { modelOf } from "../../../support/documents/built-model.ts";
import { EVENING } from "../../../support/sample/minutes-evening.ts";
import { renamedFont } from "../../../support/sample/renamed-font.ts";
import { SHIPPED_ONLY } from "../../../support/sample/shipped-font-places.ts";
import { tempDirectory } from "../../../support/temp-directory.ts";

const [SERIF = "", BOLD = "", EMOJI = ""] = SHIPPED_ONLY.shipped;
const WANTED = "仿宋_GB2312";

/** Folders with a font each, by what it is called. */
async function placesWith(folders: { configured?: string[]; system?: string[] }): Promise<FontPlaces> {
  const root = await tempDirectory();
  const made = (name: "configured" | "system") => {
    const folder = join(root, name, "deeper");
    mkdirSync(folder, { recursive: true });
    for (const [place, family] of (folders[name] ?? []).entries())
      writeFileSync(join(folder, `${place}.ttf`), renamedFont(readFileSync(EMOJI), family));
    return join(root, name);
  };
  return { configured: made("configured"), system: [made("system")], shipped: SHIPPED_ONLY.shipped };
}

function chosen(text: string, places: FontPlaces, role: FontRole = "body") {
  const printed = new Map([[role, new Set(text)]]);
  return chooseFonts(OFFICIAL_STYLE.fonts, printed, places, () => true);
}

function usedFor(text: string, places: FontPlaces) {
  return chosen(text, places).report.fonts.find(({ wanted }) => wanted === WANTED)?.used;
}

describe("a typeface is looked for", () => {
  test("in the folder that was set up first, then in the system's, then among those shipped", async () => {
    const everywhere = await placesWith({ configured: ["仿宋"], system: ["仿宋_GB2312"] });
    expect(usedFor("1", everywhere)).toEqual(["仿宋"]);
    expect(usedFor("1", await placesWith({ system: ["FangSong_GB2312"] }))).toEqual([WANTED]);
    expect(usedFor("1", await placesWith({}))).toEqual(["Noto Serif SC"]);
    expect(usedFor("1", { ...SHIPPED_ONLY, configured: "/no/such/folder", system: ["/neither"] })).toEqual([
      "Noto Serif SC",
    ]);
  });

  test("by its own name before those of what stands in for it", async () => {
    expect(usedFor("1", await placesWith({ system: ["仿宋", "仿宋_GB2312"] }))).toEqual([WANTED]);
  });

  test("by any of the names its file has", async () => {
    expect(usedFor("1", await placesWith({ configured: ["fangsong_gb2312"] }))).toEqual([WANTED]);
  });
});

describe("what a font lacks", () => {
  test("is printed in the next that has it, and both are told", async () => {
    expect(usedFor("12县", await placesWith({ system: ["仿宋"] }))).toEqual(["仿宋", "Noto Serif SC"]);
  });

  test("is looked for in every font there is, and told where none has it", () => {
    const { shipped } = SHIPPED_ONLY;
    const without = { configured: null, system: [], shipped: [SERIF, BOLD] };
    expect(chosen("县😀", without).report).toMatchObject({ missing: ["😀"], missingCount: 1 });
    expect(chosen("县😀", { ...without, shipped }).report).toMatchObject({ missing: [], missingCount: 0 });
  });

  test("may be in a font that nobody asked for", async () => {
    const places = await placesWith({ system: ["某某体"] });
    const { report, families } = chosen("县😀", { ...places, shipped: [SERIF] });
    expect(report.fonts).toEqual([{ wanted: WANTED, used: ["Noto Serif SC", "某某体"] }]);
    expect(families.map(({ names }) => names[0])).toContain("某某体");
  });

  test("is not taken from fonts that have every character as a box", async () => {
    const places = await placesWith({ system: ["Last Resort", "Adobe Blank"] });
    expect(chosen("😀", { ...places, shipped: [SERIF] }).report.missing).toEqual(["😀"]);
  });

  test("is told at most forty times, shortened", () => {
    const many = new Set(
      [..."𠀀𠀁𠀂"].flatMap((base) => Array.from({ length: 20 }, (_, at) => base + "\u0301".repeat(at + 9))),
    );
    const { report } = chooseFonts(OFFICIAL_STYLE.fonts, new Map([["body", many]]), SHIPPED_ONLY, () => true);
    expect(report.missingCount).toBe(60);
    expect(report.missing).toHaveLength(40);
    for (const cluster of report.missing) expect([...cluster]).toHaveLength(8);
  });
});

describe("weights", () => {
  test("titles and first headings are bold where their font can be", () => {
    expect(chosen("县", SHIPPED_ONLY, "title").roles.get("title")).toMatchObject({
      weight: 700,
      hasBold: true,
    });
    expect(chosen("县", SHIPPED_ONLY).roles.get("body")).toMatchObject({ weight: 400, hasBold: true });
  });

  test("a font of one weight has its strokes widened", async () => {
    const { roles } = chosen("1", await placesWith({ configured: ["仿宋_GB2312"] }));
    expect(roles.get("body")?.hasBold).toBe(false);
  });
});

test("a font of variable weight is no font to the typesetter", async () => {
  const folder = await tempDirectory();
  const file = renamedFont(readFileSync(EMOJI), WANTED);
  file.write("fvar", file.indexOf("GSUB"), "latin1");
  writeFileSync(join(folder, "variable.ttf"), file);
  expect(usedFor("1", { ...SHIPPED_ONLY, configured: folder })).toEqual(["Noto Serif SC"]);
});

describe("files that are no fonts, or damaged ones,", () => {
  const whole = readFileSync(EMOJI);
  const damaged: Readonly<Record<string, Buffer>> = {
    "empty.ttf": Buffer.alloc(0),
    "text.otf": Buffer.from("no font at all, but long enough for a head"),
    "zeros.ttf": Buffer.alloc(4_096),
    "cut.ttf": whole.subarray(0, 400),
    "half.ttf": renamedFont(whole, WANTED).subarray(0, whole.length / 2),
    "collection.ttc": Buffer.concat([Buffer.from("ttcf"), Buffer.alloc(60, 0xff)]),
  };

  test("are passed over", async () => {
    const folder = await tempDirectory();
    for (const [name, bytes] of Object.entries(damaged)) writeFileSync(join(folder, name), bytes);
    expect(usedFor("县1", { ...SHIPPED_ONLY, configured: folder })).toEqual(["Noto Serif SC"]);
  });

  test("are left out though they name a typeface, if the typesetter cannot read them", async () => {
    const folder = await tempDirectory();
    const usedInPdf = async () => {
      const { fonts } = await renderPdf(modelOf("minutes", EVENING), { ...SHIPPED_ONLY, configured: folder });
      return fonts.fonts.find(({ wanted }) => wanted === WANTED)?.used;
    };
    const file = renamedFont(whole, WANTED);
    writeFileSync(join(folder, "whole.ttf"), file);
    expect(await usedInPdf()).toEqual(["Noto Serif SC", WANTED]);
    // Its names and characters can be read, but there is not one glyph in it.
    for (let entry = 12; entry < 12 + file.readUInt16BE(4) * 16; entry += 16) {
      if (["head", "maxp", "hhea"].includes(file.toString("latin1", entry, entry + 4)))
        file.write("none", entry, "latin1");
    }
    writeFileSync(join(folder, "whole.ttf"), file);
    expect(usedFor("1", { ...SHIPPED_ONLY, configured: folder })).toEqual([WANTED]);
    expect(await usedInPdf()).toEqual(["Noto Serif SC"]);
  });
});
