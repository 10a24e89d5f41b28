import { useAllMessages } from "../../ui/language.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { StaffOnly } from "../session/staff-only.tsx";
import { WallScreen } from "./wall-screen.tsx";

/** `/s/:sessionId/wall`: all rooms on one screen, for staff. */
export function WallPage() {
  const words = useAllMessages().wall;
  return (
    <IdentifiedSession words={words}>
      <StaffOnly may={{ type: "wall.read" }} words={words}>
        <WallScreen />
      </StaffOnly>
    </IdentifiedSession>
  );
}
