import { Button, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { CreateSessionBody, CreateSessionReply } from "../../../shared/protocol/http.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { api } from "../../session/api.ts";
import { errorText } from "../../ui/error-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import { fromField } from "./class-time.ts";
import { InfoFields } from "./info-fields.tsx";
import { BLANK_INFO, type InfoValues } from "./info-values.ts";
import classes from "./new-session-page.module.css";
import { OrganiserFrame } from "./organiser-frame.tsx";
import { OrganiserGate, type SignedIn } from "./organiser-gate.tsx";
import { freeGroupNames, nameProblems } from "./room-names.ts";
import { useKeptState } from "./use-kept-state.ts";
import { isSignedOut } from "./use-organiser-request.ts";

/** One room is the plenary. */
const GROUPS_MAX = LIMITS.roomsMax - 1;

interface Draft {
  readonly info: InfoValues;
  readonly groups: readonly string[];
}
const BLANK: Draft = { info: BLANK_INFO, groups: [] };

/** Makes a session: what it is called, when and where, its rules and its rooms. */
export function NewSessionPage() {
  return <OrganiserGate>{(signedIn) => <NewSession signedIn={signedIn} />}</OrganiserGate>;
}

function NewSession({ signedIn }: { signedIn: SignedIn }) {
  const messages = useMessages();
  const { create, info: infoWords, rooms: roomWords } = messages.organiser;
  const navigate = useNavigate();
  const [kept, keep] = useKeptState<Draft>("new-session");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const draft = kept ?? BLANK;
  const problems = nameProblems([roomWords.plenary, ...draft.groups]);
  const isReady = draft.info.title.trim() !== "" && problems.size === 0;

  const submit = async () => {
    setTried(true);
    if (!isReady || busy) return;
    setBusy(true);
    setError(null);
    try {
      const body = bodyOf(draft, roomWords.plenary);
      const { sessionId } = await api.post<CreateSessionReply>("/api/sessions", body, signedIn.token);
      keep(null);
      await navigate(`/organiser/${sessionId}?step=roster`);
    } catch (problem) {
      setBusy(false);
      if (isSignedOut(problem)) signedIn.onExpired();
      else setError(problem);
    }
  };

  return (
    <OrganiserFrame title={create.title} isInner>
      <div className={classes.main}>
        <section className={classes.card} aria-label={infoWords.heading}>
          <InfoFields
            values={draft.info}
            onChange={(info) => keep({ ...draft, info })}
            readOnly={false}
            titleProblem={tried}
          />
        </section>
        <section className={classes.card} aria-labelledby="rooms-heading">
          <h2 id="rooms-heading" className={classes.subheading}>
            {roomWords.heading}
          </h2>
          <p className={classes.explain}>{roomWords.explain}</p>
          <NumberInput
            className={classes.count}
            label={roomWords.groups}
            description={roomWords.groupsHint}
            value={draft.groups.length}
            onChange={(count) =>
              keep({ ...draft, groups: resized(draft.groups, Number(count) || 0, roomWords.groupName) })
            }
            min={0}
            max={GROUPS_MAX}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
          />
          {draft.groups.length > 0 && (
            <ul className={classes.names} aria-label={roomWords.names}>
              {draft.groups.map((name, position) => {
                const problem = problems.get(position + 1);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place until it is made
                  <li key={position}>
                    <TextInput
                      aria-label={roomWords.nameOf(roomWords.groupName(position + 1))}
                      value={name}
                      onChange={(event) =>
                        keep({ ...draft, groups: renamed(draft.groups, position, event.currentTarget.value) })
                      }
                      maxLength={LIMITS.roomNameMaxChars}
                      error={
                        problem === undefined
                          ? null
                          : problem === "missing"
                            ? roomWords.nameMissing
                            : roomWords.nameTaken
                      }
                    />
                  </li>
                );
              })}
            </ul>
          )}
        </section>
        {error !== null && (
          <p className={classes.problem} role="alert">
            {errorText(error, messages)}
          </p>
        )}
        <div className={classes.submit}>
          <Button size="md" onClick={submit} loading={busy}>
            {create.submit}
          </Button>
          <span className={classes.explain}>{create.kept}</span>
        </div>
      </div>
    </OrganiserFrame>
  );
}

/** Keeps the names there are; new ones carry on the row of numbers. */
function resized(
  groups: readonly string[],
  count: number,
  nameOf: (ordinal: number) => string,
): readonly string[] {
  const wanted = Math.min(Math.max(count, 0), GROUPS_MAX);
  const missing = Math.max(0, wanted - groups.length);
  return [...groups.slice(0, wanted), ...freeGroupNames(missing, groups, nameOf)];
}

/** `Array.prototype.with` is younger than the browsers we serve. */
function renamed(groups: readonly string[], position: number, name: string): readonly string[] {
  return groups.map((before, index) => (index === position ? name : before));
}

function bodyOf({ info, groups }: Draft, plenaryName: string): CreateSessionBody {
  const { moderation, anonymity } = info;
  return {
    title: info.title.trim(),
    startsAt: fromField(info.startsAt),
    place: info.place.trim() || null,
    settings: { moderation, anonymity },
    rooms: [
      { name: plenaryName, kind: "plenary" },
      ...groups.map((name) => ({ name: name.trim(), kind: "breakout" as const })),
    ],
  };
}
