import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { CollectedImport } from "./collected-import.tsx";
import { useCollectedWords } from "./use-collected-words.ts";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: Pick<SignedIn, "token" | "onExpired">;
}

/** 会前征集: the questions offices have collected, brought in from their table. */
export function CollectedStep({ session, signedIn }: Props) {
  const words = useCollectedWords();
  const isSealed = session.status === "sealed";
  return (
    <>
      <StepHeading title={words.heading} {...(!isSealed && { explain: words.explain })} />
      {isSealed ? (
        <EmptyState title={words.sealed} hint={words.sealedHint} />
      ) : (
        <CollectedImport sessionId={session.sessionId} signedIn={signedIn} />
      )}
    </>
  );
}
