import { Anchor, Button } from "@mantine/core";
import { Link, useRouteError } from "react-router";
import { useMessages } from "../language.tsx";
import { useInterval } from "../use-interval.ts";
import { EmptyState } from "./empty-state.tsx";
import styles from "./state.module.css";

const LOOK_MS = 3_000;

/** Stands in for a screen that could not be fetched, until it can be, or that failed while it was drawn. */
export function RouteError() {
  const { common } = useMessages();
  const isUnfetched = isFetchOfModule(useRouteError());
  useInterval(() => void openOnceReached(), isUnfetched ? LOOK_MS : null);
  return (
    <main className={styles.page} role="alert">
      <EmptyState
        title={isUnfetched ? common.pageWaits : common.pageFailed}
        hint={isUnfetched ? common.pageWaitsHint : common.pageFailedHint}
      >
        <Button onClick={() => window.location.reload()}>{common.reload}</Button>
      </EmptyState>
    </main>
  );
}

/** As Chromium, Firefox and Safari call a piece of the client that did not come. */
function isFetchOfModule(error: unknown): boolean {
  return (
    error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message)
  );
}

async function openOnceReached(): Promise<void> {
  const isReached = await fetch("/healthz").then(
    () => true,
    () => false,
  );
  if (isReached) window.location.reload();
}

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { common, errors } = useMessages();
  return (
    <main className={styles.page}>
      <EmptyState title={errors.not_found}>
        <Anchor component={Link} to="/">
          {common.toStart}
        </Anchor>
      </EmptyState>
    </main>
  );
}
