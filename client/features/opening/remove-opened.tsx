import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../../sync/api.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { isSignedOut } from "../organiser-frame/use-organiser-request.ts";
import classes from "./opening.module.css";

interface Props {
  readonly sessionId: string;
  readonly title: string;
  readonly signedIn: SignedIn;
}

/** 从本机移除; confirmed in its place. */
export function RemoveOpened({ sessionId, title, signedIn }: Props) {
  const messages = useAllMessages();
  const words = messages.opening;
  const navigate = useNavigate();
  const [step, setStep] = useState<"idle" | "asking" | "removing">("idle");
  const [error, setError] = useState<unknown>(null);
  const remove = async () => {
    setStep("removing");
    setError(null);
    try {
      await api.delete(`/api/archive/${sessionId}`, signedIn.token);
      await navigate("/organiser");
      notifications.show({ message: words.removed(title) });
    } catch (problem) {
      if (isSignedOut(problem)) signedIn.onExpired();
      setStep("idle");
      setError(problem);
    }
  };
  return (
    <>
      <p className={classes.hint}>{words.removeHint}</p>
      {step === "idle" ? (
        <div className={classes.actions}>
          <Button variant="default" onClick={() => setStep("asking")}>
            {words.remove}
          </Button>
        </div>
      ) : (
        <div className={classes.actions} role="alert">
          <Button
            variant="default"
            onClick={singlePress(() => setStep("idle"))}
            disabled={step === "removing"}
            autoFocus
          >
            {messages.common.cancel}
          </Button>
          <Button color="flag" loading={step === "removing"} onClick={singlePress(() => void remove())}>
            {words.removeConfirm}
          </Button>
        </div>
      )}
      {error !== null && (
        <p className={classes.problem} role="alert">
          {errorText(error, messages)}
        </p>
      )}
    </>
  );
}
