import { type FontReport, MISSING_TOLD_MAX } from "../../../../shared/documents/font-report.ts";
import { neededCodePoints } from "../../clusters.ts";
import type { DocumentFonts } from "../../style/style.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { type FontFace, readFaces } from "./font-face.ts";
import { type FontPlaces, facesIn } from "./font-places.ts";
import { isTypeface, namesFor, sameName } from "./stand-ins.ts";

/** What a typeface is used for. */
export type FontRole = keyof DocumentFonts;

/** What is printed where the style asks for a typeface. */
export interface RoleFonts {
  /** As the typesetter looks for them, best first. */
  readonly families: readonly string[];
  readonly weight: number;
  /** Whether what is bold has a weight of its own; else its strokes are widened. */
  readonly hasBold: boolean;
}

export interface ChosenFonts {
  readonly roles: ReadonlyMap<FontRole, RoleFonts>;
  /** For the typesetter, the first to be preferred. */
  readonly families: readonly Family[];
  /** Clusters that no font here has. */
  readonly missing: ReadonlySet<string>;
  readonly report: FontReport;
}

/** Faces of one family at one place. */
export interface Family {
  readonly names: readonly string[];
  readonly faces: readonly FontFace[];
}

const REGULAR = 400;
const BOLD = 700;
const BOLD_MIN = 600;
/** The typefaces of these stand out; where a family has a bold weight, it is taken. */
const HEAVY: readonly FontRole[] = ["title", "firstHeading", "label"];
/** Fonts that have every character, as a box or as nothing at all. */
const EMPTY_FONT = /last ?resort|blank|notdef/i;
const CLUSTER_TOLD_CHARS = 8;
const CHINESE = /\b(?:SC|CN|Hans)\b/;

/**
 * Fonts for what a document prints, told as clusters of characters by role. Each typeface is looked for in the folder set up
 * for it, then in the system's, then come those shipped with the product; what none of them has, in every font there is.
 */
export function chooseFonts(
  fonts: DocumentFonts,
  printed: ReadonlyMap<FontRole, ReadonlySet<string>>,
  places: FontPlaces,
  isUsable: (face: FontFace) => boolean,
): ChosenFonts {
  const configured = facesIn(places.configured === null ? [] : [places.configured]).filter(isUsable);
  const system = facesIn(places.system).filter(isUsable);
  const ours = places.shipped.flatMap(readFaces);
  const shipped = familiesNamed(
    ours.flatMap(({ names }) => names),
    ours,
  );
  const prints = coverer();
  const anyFace = [...configured, ...system].filter(isLastResort).sort(byLanguage);
  const helpers: Family[] = [];
  const missing = new Set<string>();
  const uses = new Map<string, Map<Family, number>>();

  const chains = [...printed].map(([role, clusters]) => {
    const found = [configured, system].flatMap((faces) => familiesNamed(namesFor(fonts[role]), faces));
    const chain = [...found, ...shipped];
    const counts = uses.get(fonts[role]) ?? new Map<Family, number>();
    uses.set(fonts[role], counts);
    for (const cluster of clusters) {
      if (neededCodePoints(cluster).length === 0) continue;
      const family =
        [...chain, ...helpers].find(({ faces }) => prints(nearest(faces, weightOf(role)), cluster)) ??
        helperFor(cluster, anyFace, prints);
      if (family === null) missing.add(cluster);
      else {
        if (!chain.includes(family) && !helpers.includes(family)) helpers.push(family);
        counts.set(family, (counts.get(family) ?? 0) + 1);
      }
    }
    return { role, chain };
  });

  return {
    roles: new Map(chains.map(({ role, chain }) => [role, roleFonts(role, chain, helpers)])),
    families: [...new Set([...chains.flatMap(({ chain }) => chain), ...helpers])],
    missing,
    report: {
      fonts: [...uses].flatMap(usedFonts),
      missing: [...missing].slice(0, MISSING_TOLD_MAX).map(shortened),
      missingCount: missing.size,
    },
  };
}

function weightOf(role: FontRole): number {
  return HEAVY.includes(role) ? BOLD : REGULAR;
}

function roleFonts(role: FontRole, chain: readonly Family[], helpers: readonly Family[]): RoleFonts {
  return {
    families: [...new Set([...chain, ...helpers].flatMap(({ names }) => names))],
    weight: weightOf(role),
    hasBold: chain[0]?.faces.some(({ weight }) => weight >= BOLD_MIN) ?? false,
  };
}

/** For each of `names` that is here its faces; several names may call one family. */
function familiesNamed(names: readonly string[], faces: readonly FontFace[]): Family[] {
  const taken = new Set<FontFace>();
  return names.flatMap((wanted) => {
    const own = faces.filter((face) => !taken.has(face) && face.names.some((name) => sameName(name, wanted)));
    for (const face of own) taken.add(face);
    const known = new Set(own.flatMap((face) => face.names));
    return own.length === 0 ? [] : [{ names: [...known], faces: own }];
  });
}

function nearest(faces: readonly FontFace[], weight: number): FontFace {
  const distance = (face: FontFace) => Math.abs(face.weight - weight);
  return faces.reduce((best, face) => (distance(face) < distance(best) ? face : best));
}

type Prints = (face: FontFace, cluster: string) => boolean;

/** Reads each face's table once. */
function coverer(): Prints {
  const known = new Map<FontFace, Coverage>();
  return (face, cluster) => {
    const coverage = known.get(face) ?? coverageOf(face);
    known.set(face, coverage);
    return neededCodePoints(cluster).every(coverage);
  };
}

function helperFor(cluster: string, faces: readonly FontFace[], prints: Prints): Family | null {
  const face = faces.find((one) => prints(one, cluster));
  return face === undefined ? null : { names: face.names, faces: [face] };
}

function isLastResort({ names, weight }: FontFace): boolean {
  return weight < BOLD_MIN && !names.some((name) => EMPTY_FONT.test(name));
}

/** Fonts made for Chinese as it is written in the mainland come first; the sort is stable. */
function byLanguage(one: FontFace, other: FontFace): number {
  const rank = ({ names }: FontFace) => (names.some((name) => CHINESE.test(name)) ? 0 : 1);
  return rank(one) - rank(other);
}

/** What prints most of it first. */
function usedFonts([wanted, counts]: [string, ReadonlyMap<Family, number>]): FontReport["fonts"][number][] {
  const families = [...counts].sort(([, one], [, other]) => other - one).map(([{ names }]) => names);
  if (families.length === 0) return [];
  const used = [...new Set(families.map((names) => shownName(names, wanted)))];
  return [{ wanted, used }];
}

/** A cluster may be a character with a thousand marks on it. */
function shortened(cluster: string): string {
  return [...cluster].slice(0, CLUSTER_TOLD_CHARS).join("");
}

/** The style's own name for its typeface, else a Chinese name where there is one. */
function shownName(names: readonly string[], wanted: string): string {
  if (names.some((name) => isTypeface(name, wanted))) return wanted;
  return names.find((name) => /\p{Script=Han}/u.test(name)) ?? names[0] ?? wanted;
}
