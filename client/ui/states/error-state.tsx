import { Button } from "@mantine/core";
import type { Messages } from "../../../shared/messages/zh-CN.ts";
import { ApiError } from "../../sync/api.ts";
import { useMessages } from "../language.tsx";
import { EmptyState } from "./empty-state.tsx";

/** What happened in words: the sentence of the server's code, or that the server was not reached. */
export function errorText(error: unknown, messages: Messages): string {
  return error instanceof ApiError ? messages.errors[error.code] : messages.common.serverNotReached;
}

interface Props {
  readonly error: unknown;
  /** Absent where trying again is of no use. */
  readonly onRetry?: () => void;
}

/** Stands where something could not be had: what happened and what to do next. */
export function ErrorState({ error, onRetry }: Props) {
  const messages = useMessages();
  return (
    <div role="alert">
      <EmptyState title={errorText(error, messages)}>
        {onRetry !== undefined && (
          <Button variant="default" onClick={onRetry}>
            {messages.common.tryAgain}
          </Button>
        )}
      </EmptyState>
    </div>
  );
}
