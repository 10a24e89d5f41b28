import type { Response } from "express";

/** Answers with JSON that is bytes already. */
export function sendJson(response: Response, json: Buffer): void {
  response.type("json").setHeader("Content-Length", json.length);
  response.end(json);
}
