import { useState } from "react";
import { api } from "../../sync/api.ts";
import { saveFile } from "../../ui/save-file.ts";
import type { SignedIn } from "./organiser-gate.tsx";
import { isSignedOut } from "./use-organiser-request.ts";

/** How far a file has come that somebody asked for. */
export type Download =
  | { readonly status: "idle" }
  | { readonly status: "preparing" }
  | { readonly status: "done"; readonly fileName: string }
  | { readonly status: "failed"; readonly error: unknown };

/** Fetches a file by its path and hands it to the browser's downloads. */
export function useDownload({
  token,
  onExpired,
}: Pick<SignedIn, "token" | "onExpired">): [Download, (path: string) => Promise<void>] {
  const [state, setState] = useState<Download>({ status: "idle" });
  const download = async (path: string) => {
    setState({ status: "preparing" });
    try {
      const { blob, fileName } = await api.download(path, token);
      saveFile(blob, fileName);
      setState({ status: "done", fileName });
    } catch (error) {
      if (isSignedOut(error)) onExpired();
      else setState({ status: "failed", error });
    }
  };
  return [state, download];
}
