import type { Request, Response } from "express";
import { FONTS_HEADER } from "../../../shared/documents/font-report.ts";
import type { Actor } from "../../../shared/domain/actor.ts";
import { contentTypeOf, type ExportFile } from "../../exports/export-file.ts";
import type { MadeExport } from "../../exports/make-export.ts";
import { recordExport } from "../../exports/record-export.ts";
import type { SessionHost } from "../../host/session-host.ts";
import type { HttpParts } from "../parts.ts";
import { accepted } from "../problem.ts";
import { handOut } from "./hand-out.ts";

/** Who takes which file of which session. */
export interface Taking {
  readonly host: SessionHost;
  readonly actor: Actor;
  readonly file: ExportFile;
  /** As in the address. */
  readonly fileName: string;
  readonly unit: string | null;
}

/**
 * Whether somebody asks of a file without taking it (HEAD), who is answered with its type: nothing is made or recorded for it,
 * or used up.
 */
export function isOnlyAsked({ method }: Request, response: Response, contentType: string): boolean {
  if (method !== "HEAD") return false;
  response.type(contentType).end();
  return true;
}

/** Records that a file is taken, and hands it out; throws the refusal, and nothing is handed out. */
export async function sendExport(
  response: Response,
  { host, actor, file, fileName, unit }: Taking,
  made: MadeExport,
  { newId }: Pick<HttpParts, "newId">,
): Promise<void> {
  const { bytes, fonts, sha256, madeFrom } = made;
  const taken = { file: fileName, unit, bytes: bytes.length, sha256, madeFrom };
  accepted(await recordExport(host, actor, taken, newId));
  if (fonts !== undefined) response.set(FONTS_HEADER, encodeURIComponent(JSON.stringify(fonts)));
  handOut(response, made, { fileName, contentType: contentTypeOf(file) });
}
