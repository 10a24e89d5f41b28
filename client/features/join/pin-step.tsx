import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import type { JoinSeatReply } from "../../../shared/protocol/http.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { ApiError, api } from "../../sync/api.ts";
import { useIdentities } from "../../sync/identity.tsx";
import { useSubmitKey } from "../../ui/forms/use-submit-key.ts";
import { useMessages } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import styles from "./join-form.module.css";
import { pinDigits } from "./pin-digits.ts";
import type { Seat } from "./seats.ts";
import { useCountdown } from "./use-countdown.ts";

/** Where the server names no time. */
const SLOW_DOWN_SECONDS = 30;

interface Props {
  readonly sessionId: string;
  readonly seat: Seat;
  readonly onBack: () => void;
  readonly onJoined: () => void;
}

/** The PIN of the seat card: six digits, typed or pasted, spaces or not. */
export function PinStep({ sessionId, seat, onBack, onJoined }: Props) {
  const messages = useMessages();
  const { join } = messages;
  const ids = useId();
  const { add } = useIdentities();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [entering, setEntering] = useState(false);
  const [secondsLeft, countDownFrom] = useCountdown();

  useEffect(() => field.current?.focus(), []);

  const enter = async () => {
    if (entering) return;
    if (pin.length < LIMITS.pinDigits) {
      setProblem(join.pinIncomplete);
      field.current?.focus();
      return;
    }
    setEntering(true);
    setProblem(null);
    try {
      const path = `/api/sessions/${encodeURIComponent(sessionId)}/join`;
      const { token } = await api.enter<JoinSeatReply>(path, { personId: seat.personId, pin });
      const { personId, name, unit } = seat;
      add({ token, sessionId, kind: "person", personId, name, unit });
      onJoined();
    } catch (error) {
      setEntering(false);
      if (error instanceof ApiError && error.code === "too_many_tries") {
        countDownFrom(error.retryAfterSeconds ?? SLOW_DOWN_SECONDS);
      } else {
        setProblem(errorText(error, messages));
      }
      field.current?.select();
    }
  };
  const onKeyDown = useSubmitKey(() => void enter());
  const wait = join.waiting(Math.floor(secondsLeft / 60), secondsLeft % 60);
  const told = secondsLeft > 0 ? join.slowDown(wait) : problem;

  return (
    <>
      <p className={styles.who}>
        <strong>{seat.name}</strong>
        <span>{[seat.unit, seat.post].filter(Boolean).join(" · ")}</span>
      </p>
      <label className={styles.label} htmlFor={`${ids}-pin`}>
        {join.pinLabel}
      </label>
      <input
        id={`${ids}-pin`}
        ref={field}
        className={`${styles.field} ${styles.pin}`}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${ids}-told`}
        aria-invalid={problem !== null}
        value={pin}
        onChange={(event) => {
          setPin(pinDigits(event.currentTarget.value));
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${ids}-told`} className={told === null ? styles.hint : styles.problem}>
        {told ?? join.pinHint}
      </p>
      {/* A countdown is not read out second by second. */}
      <div className="visually-hidden" role="alert">
        {secondsLeft > 0 ? join.askStaff : problem}
      </div>
      <div className={styles.acts}>
        <Button variant="subtle" onClick={onBack}>
          {join.notMe}
        </Button>
        {/* Staff may let the person in before the time is over. */}
        <Button size="md" onClick={() => void enter()}>
          {entering ? join.entering : secondsLeft > 0 ? join.admitted : join.enter}
        </Button>
      </div>
    </>
  );
}
