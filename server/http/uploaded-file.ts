import busboy from "busboy";
import type { Request } from "express";
import type { z } from "zod";
import type { Result } from "../../shared/domain/result.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { HttpProblem, parseBody, problem } from "./problem.ts";

/** Throws `bad_request` for headers no form can be read by. */
function parserOf(request: Request, maxBytes: number): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: { files: 1, fields: 4, fileSize: maxBytes } });
  } catch {
    throw problem("bad_request", { path: "file" });
  }
}

interface UploadedForm {
  readonly file: Buffer;
  /** The form's other fields by their names. */
  readonly fields: ReadonlyMap<string, string>;
}

/** A form with the field `file`, at most `maxBytes` of it; throws `payload_too_large` beyond, `bad_request` without one. */
function uploadedForm(request: Request, maxBytes: number): Promise<UploadedForm> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => {
      request.unpipe(form);
      request.resume();
      reject(error);
    };
    const form = parserOf(request, maxBytes);
    const fields = new Map<string, string>();
    let content: Buffer | null = null;
    form.on("field", (field, value, { valueTruncated }) => {
      if (valueTruncated) refuse(problem("payload_too_large", { maxBytes }));
      fields.set(field, value);
    });
    form.on("file", (field, stream) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => refuse(problem("payload_too_large", { maxBytes })));
      stream.on("end", () => {
        if (field === "file") content = Buffer.concat(chunks);
      });
    });
    form.on("error", () => refuse(problem("bad_request", { path: "file" })));
    form.on("close", () =>
      content === null
        ? refuse(problem("bad_request", { path: "file" }))
        : resolve({ file: content, fields }),
    );
    request.pipe(form);
  });
}

/** The JSON in a field of a form; throws `bad_request` where it is none. */
function jsonField(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem("bad_request", { path: name });
  }
}

/** The table in the field `file` as `read` reads it, and what the field `decisions` says beside it; throws what is wrong with either. */
export async function uploadedTable<T, D>(
  request: Request,
  decisionsSchema: z.ZodType<D>,
  read: (file: Buffer) => Promise<Result<T>>,
): Promise<{ readonly table: T; readonly decisions: D | undefined }> {
  const { file, fields } = await uploadedForm(request, LIMITS.rosterFileMaxBytes);
  const said = fields.get("decisions");
  const decisions = said === undefined ? undefined : parseBody(decisionsSchema, jsonField("decisions", said));
  const result = await read(file);
  if (!result.ok) throw new HttpProblem(wireError(result.refusal.code, result.refusal.details));
  return { table: result.value, decisions };
}
