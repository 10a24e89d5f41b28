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

/** The multipart field `file`, at most `maxBytes` of it; throws `payload_too_large` beyond, `bad_request` without one. */
export function uploadedFile(request: Request, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => {
      request.unpipe(form);
      request.resume();
      reject(error);
    };
    const form = parserOf(request, maxBytes);
    let content: Buffer | null = null;
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
      content === null ? refuse(problem("bad_request", { path: "file" })) : resolve(content),
    );
    request.pipe(form);
  });
}
