import { Button } from "@mantine/core";
import { useMessages } from "../language.tsx";
import { EmptyState } from "./empty-state.tsx";

/** The server serves another build than the one this page is of: a piece it lacks will never come. */
export class PageReplacedError extends Error {}

/** What `load` imports; rejects with `PageReplacedError` where only a reload can bring it, else as the import does. */
export async function fetchPiece<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw (await isPageReplaced())
      ? new PageReplacedError("another build is served", { cause: error })
      : error;
  }
}

/** The names of pieces change with what is in them, so that the page's own script is gone with its build. */
async function isPageReplaced(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  if (script === null) return false;
  return await fetch(script.src, { method: "HEAD", cache: "no-store" }).then(
    ({ status }) => status === 404,
    () => false,
  );
}

/** Stands in for what a `PageReplacedError` kept away. What was written is kept over the reload it offers. */
export function PageReplaced() {
  const { common } = useMessages();
  return (
    <div role="alert">
      <EmptyState title={common.pageReplaced} hint={common.pageReplacedHint}>
        <Button onClick={() => window.location.reload()}>{common.reload}</Button>
      </EmptyState>
    </div>
  );
}
