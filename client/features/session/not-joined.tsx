import { useConnection } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import { RefusalAct } from "./refusal-act.tsx";
import { refusalWords } from "./refusal-words.ts";

/** Stands where a session will be once it is joined, and says why it is not. */
export function NotJoined() {
  const messages = useMessages();
  const { status, error } = useConnection();
  if (status !== "refused" || error === undefined) return <Loading />;
  return (
    <div role="alert">
      <EmptyState title={refusalWords(error.code, messages)}>
        <RefusalAct code={error.code} />
      </EmptyState>
    </div>
  );
}
