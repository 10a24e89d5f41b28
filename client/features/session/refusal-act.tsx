import { Button } from "@mantine/core";
import { Link, useNavigate, useParams } from "react-router";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { useIdentities } from "../../sync/identity.tsx";
import { useMessages } from "../../ui/language.tsx";

/** The one thing to do next where the server will not let the viewer in. */
export function RefusalAct({ code }: { code: ErrorCode }) {
  const { common } = useMessages();
  if (code === "client_outdated") {
    return (
      <Button variant="default" size="compact-sm" onClick={() => window.location.reload()}>
        {common.reload}
      </Button>
    );
  }
  if (code === "session_unknown") {
    return (
      <Button component={Link} to="/" variant="default" size="compact-sm">
        {common.toStart}
      </Button>
    );
  }
  return <SignInAgain />;
}

function SignInAgain() {
  const { common } = useMessages();
  const { current, remove } = useIdentities();
  const { sessionId = "" } = useParams();
  const navigate = useNavigate();
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => {
        if (current !== null) remove(current.token);
        void navigate(current?.kind === "organiser" ? "/organiser" : `/s/${sessionId}`);
      }}
    >
      {common.identity.signInAgain}
    </Button>
  );
}
