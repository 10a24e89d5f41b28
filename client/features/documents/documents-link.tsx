import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useCan } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";

/** The way to the documents from the console, for those who may look at them. */
export function DocumentsLink({ className }: { className?: string | undefined }) {
  const { sessionId = "" } = useParams();
  const { page } = useAllMessages().exports;
  if (!useCan()({ type: "documents.read" })) return null;
  return (
    <Anchor component={Link} to={`/s/${sessionId}/documents`} className={className}>
      {page}
    </Anchor>
  );
}
