import type { DocumentBlock } from "../model.ts";

/** Part of a document that is moved and hidden as a whole. */
export interface DocumentSection {
  readonly key: string;
  /** Names it where sections are listed. */
  readonly title: string;
  /** How its heading is counted among those shown; null where it has none or it is not counted. */
  readonly number: ((position: string) => string) | null;
  /** Its heading first, where it has one. */
  readonly blocks: readonly DocumentBlock[];
  /** Whether it begins a page where another stands before it. */
  readonly beginsPage: boolean;
}

/** Sections of rooms, and of what they are made. */
export interface RoomSections {
  readonly sections: readonly DocumentSection[];
  readonly parts: readonly DocumentPart[];
  /** What is built in parts that are hidden. */
  readonly unshown: readonly DocumentBlock[];
}

/** Part of every room's section, moved and hidden in all of them at once. */
export interface DocumentPart {
  readonly key: string;
  readonly title: string;
}
