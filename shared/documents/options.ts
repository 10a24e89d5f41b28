export interface DocumentOptions {
  /** IANA name. */
  readonly timeZone: string;
  /** The journal's head the records stand at. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** Of documents with a part a unit, that unit's alone; absent: every unit's. */
  readonly unit?: string;
  /** Who takes the file and when, to stand on each page; absent: nobody is named. */
  readonly watermark?: string;
}

export const DEFAULT_TIME_ZONE = "Asia/Shanghai";
