/** What an official head needs beyond the session; null is printed as a placeholder, except where it says otherwise. */
export interface RedHeadOptions {
  /** The whole 纪要标志, as the issuer is entitled to it. */
  readonly sign: string | null;
  /** 期号 or 文号; left out when null. */
  readonly serial: string | null;
  readonly issuer: string | null;
  /** Milliseconds since 1970 UTC. */
  readonly issuedOn: number | null;
  /** Left out when empty. */
  readonly copyTo: readonly string[];
}

export interface DocumentOptions {
  /** IANA name. */
  readonly timeZone: string;
  /** The journal's head the records stand at. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** Null makes the plain 情况汇总; most organisers are not entitled to a red head. */
  readonly redHead: RedHeadOptions | null;
  /** Of documents with a part a unit, that unit's alone; absent: every unit's. */
  readonly unit?: string;
  /** Who takes the file and when, to stand on each page; absent: nobody is named. */
  readonly watermark?: string;
}

export const DEFAULT_TIME_ZONE = "Asia/Shanghai";
