import { useCallback, useEffect, useRef, useState } from "react";
import type { FontReport } from "../../../shared/documents/font-report.ts";
import type { ExportTaskReply, MakingStep } from "../../../shared/protocol/export-tasks.ts";
import { ApiError, api } from "../../sync/api.ts";
import { saveFile } from "../../ui/save-file.ts";
import type { TokenHolder } from "../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../organiser-frame/use-organiser-request.ts";

/** How often one asks how far a file is. */
const ASK_EVERY_MS = 400;

/** A file by its name in the address, and whose part of it. */
export interface WantedFile {
  readonly fileName: string;
  readonly unit?: string | undefined;
}

/** How far a file has come that somebody wants to take. */
export type Export =
  | { readonly status: "idle" }
  | {
      readonly status: "making";
      readonly wanted: WantedFile;
      readonly step: MakingStep;
      /** From 0 to 1. */
      readonly share: number;
      /** What has come of it. */
      readonly bytes: number;
    }
  | { readonly status: "done"; readonly savedAs: string; readonly fonts: FontReport | null }
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly wanted: WantedFile; readonly error: unknown };

export interface Exporting {
  readonly state: Export;
  readonly take: (wanted: WantedFile) => Promise<void>;
  readonly cancel: () => void;
}

/** Has files of a session made, tells how far they are, and hands them to the browser's downloads. One at a time. */
export function useExport(sessionId: string, { token, onExpired }: TokenHolder): Exporting {
  const [state, setState] = useState<Export>({ status: "idle" });
  const underWay = useRef<AbortController | null>(null);
  const cancel = useCallback(() => underWay.current?.abort(), []);
  // Who leaves the page meanwhile still gets the file.
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const take = async (wanted: WantedFile) => {
    const controller = new AbortController();
    underWay.current?.abort();
    underWay.current = controller;
    const show = (next: Export) => {
      if (isShown.current && underWay.current === controller) setState(next);
    };
    show({ status: "making", wanted, step: "waiting", share: 0, bytes: 0 });
    try {
      const { fonts, savedAs } = await takenFile(wanted, `/api/sessions/${sessionId}`, {
        token,
        signal: controller.signal,
        onProgress: (progress) => show({ status: "making", wanted, ...progress }),
      });
      show({ status: "done", savedAs, fonts });
    } catch (error) {
      if (controller.signal.aborted) show({ status: "cancelled" });
      else if (isSignedOut(error)) onExpired();
      else show({ status: "failed", wanted, error });
    }
  };
  return { state, take, cancel };
}

interface Taking {
  readonly token: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { step: MakingStep; share: number; bytes: number }) => void;
}

/** Throws as the calls do, and the signal's reason; then nothing goes on at the server. */
async function takenFile(
  { fileName, unit }: WantedFile,
  session: string,
  { token, signal, onProgress }: Taking,
): Promise<{ savedAs: string; fonts: FontReport | null }> {
  const query = unit === undefined ? "" : `?unit=${encodeURIComponent(unit)}`;
  let bytes = 0;
  let task = await api.post<ExportTaskReply>(`${session}/documents/${fileName}/tasks${query}`, {}, token);
  const path = `${session}/export-tasks/${task.taskId}`;
  const tell = () => onProgress({ step: task.step, share: task.share, bytes });
  try {
    while (task.status === "working") {
      tell();
      await pause(ASK_EVERY_MS, signal);
      task = await api.get<ExportTaskReply>(path, token);
    }
    if (task.status === "failed") {
      const { code, retryable } = task.error ?? { code: "internal", retryable: true };
      throw new ApiError(code, retryable, undefined, undefined);
    }
    signal.throwIfAborted();
    // An archive is made while it comes; what is answered after all has come says nothing any more.
    let isComing = true;
    const asking = window.setInterval(async () => {
      const now = await api.get<ExportTaskReply>(path, token).catch(() => null);
      if (!isComing) return;
      if (now?.status === "working") task = now;
      tell();
    }, ASK_EVERY_MS);
    try {
      const file = await api.download(`${path}/file`, token, {
        signal,
        onBytes: (received) => {
          bytes = received;
        },
      });
      saveFile(file.blob, file.fileName);
      return { savedAs: file.fileName, fonts: file.fonts };
    } finally {
      isComing = false;
      window.clearInterval(asking);
    }
  } catch (error) {
    // Where it is over there already, there is nothing to end.
    if (signal.aborted) await api.delete(path, token).catch(() => undefined);
    throw error;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      window.clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = window.setTimeout(() => {
      signal.removeEventListener("abort", leave);
      resolve();
    }, ms);
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) leave();
  });
}
