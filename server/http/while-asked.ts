import type { Response } from "express";
import { RenderError } from "../documents/render-error.ts";

/**
 * Answers a call by `work`, whose signal is aborted when whoever asked goes away before the end, or with `other`. What it throws
 * then is nobody's.
 */
export async function whileAsked(
  response: Response,
  work: (signal: AbortSignal) => Promise<void>,
  other?: AbortSignal,
): Promise<void> {
  const controller = new AbortController();
  const leave = () => controller.abort(new RenderError("cancelled"));
  const left = () => {
    if (!response.writableFinished) leave();
  };
  const ended = () => {
    leave();
    response.destroy();
  };
  if (response.closed) return;
  response.once("close", left);
  other?.addEventListener("abort", ended);
  try {
    await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  } finally {
    response.off("close", left);
    other?.removeEventListener("abort", ended);
  }
}
