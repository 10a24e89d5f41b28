import { Anchor, Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { Link } from "react-router";
import { useMessages } from "../language.tsx";
import { useInterval } from "../use-interval.ts";
import { EmptyState } from "./empty-state.tsx";
import styles from "./state.module.css";

const LOOK_MS = 3_000;

interface BoundaryProps {
  /** Changes with every step from screen to screen: what failed before it is left behind. */
  readonly at: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly at: string;
  readonly failure: { readonly error: unknown } | null;
}

/** Around the screens: tells of one that could not be fetched, until it can be, or that failed while it was drawn. */
export class ScreenBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { at: this.props.at, failure: null };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ at }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return at === state.at ? null : { at, failure: null };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === null ? this.props.children : <ScreenError error={failure.error} />;
  }
}

function ScreenError({ error }: { error: unknown }) {
  const { common } = useMessages();
  const isUnfetched = isFetchOfPiece(error);
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

/** As Chromium, Firefox and Safari call a piece of the client that did not come, and the build its styles. */
function isFetchOfPiece(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script|unable to preload css/i.test(error.message)
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
