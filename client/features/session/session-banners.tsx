import { Button } from "@mantine/core";
import { useNavigate, useParams } from "react-router";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useConnection, useRecord } from "../../session/hooks.ts";
import { useIdentities } from "../../session/identity.tsx";
import { Banner } from "../../ui/banner.tsx";
import { useMessages } from "../../ui/language.tsx";

/** The states of a whole session screen: cut off, refused, sealed. Nothing in the good case. */
export function SessionBanners() {
  const { common, errors } = useMessages();
  const connection = useConnection();
  const session = useRecord("session", SESSION_RECORD_ID);
  return (
    <>
      {connection.status === "offline" && (
        <Banner
          tone="waiting"
          title={
            connection.error === undefined ? common.connection.offlineTitle : errors[connection.error.code]
          }
          hint={common.connection.offlineHint}
        />
      )}
      {connection.status === "refused" && connection.error !== undefined && (
        <Banner tone="problem" title={errors[connection.error.code]}>
          {connection.error.code === "client_outdated" ? (
            <Button variant="default" size="compact-sm" onClick={() => window.location.reload()}>
              {common.reload}
            </Button>
          ) : (
            <SignInAgain />
          )}
        </Banner>
      )}
      {session?.status === "sealed" && <Banner tone="notice" title={common.sealed} />}
    </>
  );
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
