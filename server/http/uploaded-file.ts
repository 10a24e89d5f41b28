import busboy from "busboy";
import type { Request } from "express";
import { problem } from "./problem.ts";

/** Throws `bad_request` for headers no form can be read by. */
function parserOf(request: Request, maxBytes: number): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: { files: 1, fields: 4, fileSize: maxBytes } });
  } catch {
    throw problem("bad_request", { path: "file" });
  }
}

export interface UploadedForm {
  readonly file: Buffer;
  /** The form's other fields by their names. */
  readonly fields: ReadonlyMap<string, string>;
}

/** A form with the field `file`, at most `maxBytes` of it; throws `payload_too_large` beyond, `bad_request` without one. */
export function uploadedForm(request: Request, maxBytes: number): Promise<UploadedForm> {
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
export function jsonField(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem("bad_request", { path: name });
  }
}
