import { useAllMessages } from "../../ui/language.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { StaffOnly } from "../session/staff-only.tsx";
import { ConsoleScreen } from "./console-screen.tsx";

/** `/s/:sessionId/console`, for moderators, recorders and the organiser. */
export function ConsolePage() {
  const words = useAllMessages().console;
  return (
    <IdentifiedSession words={words}>
      <StaffOnly may={{ type: "documents.read" }} words={words}>
        <ConsoleScreen />
      </StaffOnly>
    </IdentifiedSession>
  );
}
