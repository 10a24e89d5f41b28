import { Anchor, Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { api } from "../../sync/api.ts";
import { useSubmitKey } from "../../ui/forms/use-submit-key.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import classes from "./sign-in.module.css";

interface Props {
  readonly onToken: (token: string, name: string) => void;
  /** The sign-in was valid and has ended. */
  readonly expired: boolean;
}

/** The organiser's password, asked once a tab. */
export function SignIn({ onToken, expired }: Props) {
  const messages = useAllMessages();
  const { signIn } = messages.organiser;
  usePageTitle(signIn.title);
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  // Cut off in silence it would be another one.
  const isTooLong = password.length > LIMITS.passwordMaxChars;

  const submit = async () => {
    if (password === "" || isTooLong || busy) return;
    setBusy(true);
    setError(null);
    try {
      const { token } = await api.enter<{ token: string }>("/api/login", { password });
      onToken(token, signIn.organiser);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  const onKeyDown = useSubmitKey(submit);

  return (
    <main className={classes.page}>
      <p className={classes.brand}>{messages.common.product}</p>
      <h1 className={classes.title}>{signIn.title}</h1>
      <div className={classes.card}>
        {expired && (
          <p className={classes.expired} role="status">
            {signIn.expired}
          </p>
        )}
        <p className={classes.explain}>{signIn.explain}</p>
        <PasswordInput
          label={signIn.password}
          description={signIn.passwordHint}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          error={
            isTooLong ? messages.errors.text_too_long : error === null ? null : errorText(error, messages)
          }
          autoComplete="current-password"
          size="md"
          autoFocus
        />
        <Button size="md" fullWidth onClick={submit} loading={busy}>
          {signIn.submit}
        </Button>
      </div>
      <Anchor component={Link} to="/">
        {signIn.participants}
      </Anchor>
    </main>
  );
}
