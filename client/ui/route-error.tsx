import { Anchor, Button } from "@mantine/core";
import { Link } from "react-router";
import { EmptyState } from "./empty-state.tsx";
import { useMessages } from "./language.tsx";
import styles from "./state.module.css";

/** Stands in for a screen that could not be fetched or failed while it was drawn. */
export function RouteError() {
  const { common } = useMessages();
  return (
    <main className={styles.page} role="alert">
      <EmptyState title={common.pageFailed} hint={common.pageFailedHint}>
        <Button onClick={() => window.location.reload()}>{common.reload}</Button>
      </EmptyState>
    </main>
  );
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
