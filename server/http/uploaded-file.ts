import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
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

/** Writes the field `file` of a form to `path`; throws `payload_too_large` beyond `maxBytes`, `bad_request` without one. */
export async function uploadedToDisk(request: Request, path: string, maxBytes: number): Promise<void> {
  const form = parserOf(request, maxBytes);
  const begun: { stream: Readable; written: Promise<void> }[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      form.on("file", (field, stream) => {
        if (field !== "file") return stream.resume();
        stream.on("limit", () => reject(problem("payload_too_large", { maxBytes })));
        const written = pipeline(stream, createWriteStream(path, { flags: "wx", mode: 0o600 }));
        begun.push({ stream, written });
        return written.catch(reject);
      });
      form.on("error", () => reject(problem("bad_request", { path: "file" })));
      form.on("close", resolve);
      request.once("close", () => {
        if (!request.complete) reject(problem("bad_request", { path: "file" }));
      });
      request.pipe(form);
    });
    if (begun.length === 0) throw problem("bad_request", { path: "file" });
    await Promise.all(begun.map(({ written }) => written));
  } catch (error) {
    request.unpipe(form);
    request.resume();
    for (const { stream } of begun) stream.destroy();
    await Promise.allSettled(begun.map(({ written }) => written));
    throw error;
  }
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
