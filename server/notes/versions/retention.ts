import type { NotesVersion, VersionOccasion } from "../../ports/notes-version-store.ts";
import type { VersionLimits } from "./version-limits.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is given up first where there is too much; what people kept by hand is last. */
const GIVEN_UP_FIRST: readonly VersionOccasion[] = [
  "pause",
  "restored",
  "replaced",
  "closed",
  "deletion",
  "saved",
];

/** The versions of one document that are not to be kept any longer; the newest always is. `versions` are newest first. */
export function versionsToDrop(
  versions: readonly NotesVersion[],
  nowMs: number,
  limits: VersionLimits,
): string[] {
  const [newest, ...older] = versions;
  if (newest === undefined) return [];
  const thinned = new Set([
    ...aged(older, nowMs, limits),
    ...crowded(older, limits),
    ...hoarded(versions, limits),
  ]);
  const kept = older.filter((version) => !thinned.has(version));
  let count = kept.length + 1;
  let bytes = versions.reduce((sum, version) => sum + (thinned.has(version) ? 0 : version.storedBytes), 0);
  for (const version of kept.sort(byWorth)) {
    if (count <= limits.keptMax && bytes <= limits.keptMaxBytes) break;
    thinned.add(version);
    count -= 1;
    bytes -= version.storedBytes;
  }
  return [...thinned].map(({ versionId }) => versionId);
}

/** Too old, or one of several pauses of an hour or day long gone. */
function aged(older: readonly NotesVersion[], nowMs: number, limits: VersionLimits): NotesVersion[] {
  const seen = new Set<string>();
  return older.filter((version) => {
    const ageMs = nowMs - version.at;
    if (version.occasion === "saved") return false;
    if (ageMs > limits.keptForMs) return true;
    if (version.occasion !== "pause" || ageMs <= limits.allForMs) return false;
    const spanMs = ageMs <= limits.hourlyForMs ? HOUR_MS : DAY_MS;
    const span = `${spanMs} ${Math.floor(version.at / spanMs)}`;
    if (seen.has(span)) return true;
    seen.add(span);
    return false;
  });
}

/** Whoever writes and deletes again and again makes versions of little; they push out none of much. */
function crowded(older: readonly NotesVersion[], limits: VersionLimits): NotesVersion[] {
  const byHour = new Map<number, NotesVersion[]>();
  for (const version of older) {
    if (version.occasion !== "deletion") continue;
    const hour = Math.floor(version.at / HOUR_MS);
    const ofHour = byHour.get(hour);
    if (ofHour === undefined) byHour.set(hour, [version]);
    else ofHour.push(version);
  }
  return [...byHour.values()].flatMap((ofHour) =>
    ofHour.sort((one, other) => other.chars - one.chars).slice(limits.deletionsPerHourMax),
  );
}

/** What one person kept by hand beyond that person's share; the newest of each stays. */
function hoarded(versions: readonly NotesVersion[], limits: VersionLimits): NotesVersion[] {
  const shares = new Map<string | null, { count: number; bytes: number }>();
  return versions.filter((version) => {
    if (version.occasion !== "saved") return false;
    const share = shares.get(version.by) ?? { count: 0, bytes: 0 };
    shares.set(version.by, share);
    share.count += 1;
    share.bytes += version.storedBytes;
    if (share.count === 1) return false;
    return share.count > limits.savedByOneMax || share.bytes > limits.savedByOneMaxBytes;
  });
}

/** Those to be given up first come first. */
function byWorth(one: NotesVersion, other: NotesVersion): number {
  return GIVEN_UP_FIRST.indexOf(one.occasion) - GIVEN_UP_FIRST.indexOf(other.occasion) || one.at - other.at;
}
