import { useConnection } from "../../session/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import { Loading } from "../../ui/loading.tsx";
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
