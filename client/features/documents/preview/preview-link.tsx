import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useAllMessages } from "../../../ui/language.tsx";

/** The way from the console to the documents. */
export function PreviewLink({ className }: { className?: string | undefined }) {
  const { sessionId = "" } = useParams();
  const words = useAllMessages().preview;
  return (
    <Anchor component={Link} to={`/s/${sessionId}/documents/minutes`} className={className}>
      {words.link}
    </Anchor>
  );
}
