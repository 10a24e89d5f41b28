import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type FontFace, readFaces } from "./font-face.ts";

/** Where a document's fonts are looked for, one place after the other. */
export interface FontPlaces {
  /** What the organiser set up for it; null where there is none. */
  readonly configured: string | null;
  /** Folders of the operating system. */
  readonly system: readonly string[];
  /** Files that come with the product. */
  readonly shipped: readonly string[];
}

const FONT_FILE = /\.(?:ttf|otf|ttc|otc)$/i;

/** The faces in folders and the folders in them, in the order of their paths; folders that are not there hold none. */
export function facesIn(folders: readonly string[]): FontFace[] {
  return folders.flatMap((folder) => filesIn(folder).flatMap(readFaces));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && FONT_FILE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}
