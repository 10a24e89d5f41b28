import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useNavigate } from "react-router";
import type { CreateSessionBody, CreateSessionReply } from "../../../../shared/protocol/http.ts";
import { api } from "../../../sync/api.ts";
import { fromField } from "../../../ui/class-time.ts";
import { focusFirstInvalid } from "../../../ui/forms/focus-first-invalid.ts";
import { SubmitForm } from "../../../ui/forms/submit-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { errorText } from "../../../ui/states/error-state.tsx";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { useAgendaWords } from "../../agenda/use-agenda-words.ts";
import { OrganiserFrame } from "../../organiser-frame/organiser-frame.tsx";
import { OrganiserGate, type SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { useKeptState } from "../../organiser-frame/use-kept-state.ts";
import { isSignedOut } from "../../organiser-frame/use-organiser-request.ts";
import { topicsFrom, topicsProblem } from "../../questions/topics-list.ts";
import { InfoFields } from "../info/info-fields.tsx";
import { BLANK_INFO, type InfoValues } from "../info/info-values.ts";
import { nameProblems } from "../rooms/room-names.ts";
import { NewSessionAgenda } from "./new-session-agenda.tsx";
import classes from "./new-session-page.module.css";
import { NewSessionRooms } from "./new-session-rooms.tsx";
import { NewSessionTemplates } from "./new-session-templates.tsx";
import { NewSessionTopics } from "./new-session-topics.tsx";
import { type SeedItem, type TemplateName, templateOf } from "./templates.ts";

interface Draft {
  readonly info: InfoValues;
  readonly groups: readonly string[];
  /** The labels, a line each; absent while they are those of the house, in the language of the screen. */
  readonly topics?: string;
  /** Absent: none. */
  readonly agenda?: readonly SeedItem[];
}
const BLANK: Draft = { info: BLANK_INFO, groups: [] };

/** Makes a session: what it is called, when and where, its rules, its rooms and its labels. */
export function NewSessionPage() {
  return <OrganiserGate>{(signedIn) => <NewSession signedIn={signedIn} />}</OrganiserGate>;
}

function NewSession({ signedIn }: { signedIn: SignedIn }) {
  const messages = useAllMessages();
  const { create, info: infoWords, rooms: roomWords } = messages.organiser;
  const navigate = useNavigate();
  const [kept, keep] = useKeptState<Draft>("new-session");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const words = useAgendaWords().templates;
  const undoNotice = useUndoNotice();
  const form = useRef<HTMLFormElement>(null);
  // A draft of an earlier page knows fewer fields.
  const draft = kept === null ? BLANK : { ...kept, info: { ...BLANK_INFO, ...kept.info } };
  const problems = nameProblems([roomWords.plenary, ...draft.groups]);
  const topics = draft.topics ?? messages.defaults.topics.join("\n");
  const isReady =
    draft.info.title.trim() !== "" && problems.size === 0 && topicsProblem(topicsFrom(topics)) === null;

  /** Rooms, labels, rules and agenda in one press; a title that was typed stays. */
  const fill = (name: TemplateName | null) => {
    const before = kept;
    const { info } = draft;
    if (name === null) {
      keep({ info, groups: [] });
      undoNotice(words.cleared, () => keep(before));
      return;
    }
    const { title, groups, agenda, settings } = templateOf(name, words, roomWords.groupName);
    keep({
      info: { ...info, ...settings, title: info.title.trim() === "" ? title : info.title },
      groups,
      agenda,
    });
    undoNotice(words.applied(words[name].name), () => keep(before));
  };

  const submit = async () => {
    if (busy) return;
    if (!isReady) {
      // A field says that it is wrong once it is drawn.
      flushSync(() => setTried(true));
      focusFirstInvalid(form.current);
      return;
    }
    setBusy(true);
    setError(null);
    try {
      const body = bodyOf(draft, roomWords.plenary, topics);
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
      {/* Its button sends it by itself: Enter in a field makes no session that is half filled in. */}
      <SubmitForm ref={form} onSubmit={() => void submit()}>
        <div className={classes.main}>
          <NewSessionTemplates onChoose={fill} />
          <section className={classes.card} aria-label={infoWords.heading}>
            <InfoFields
              values={draft.info}
              onChange={(info) => keep({ ...draft, info })}
              readOnly={false}
              titleProblem={tried}
              titleFirst
            />
          </section>
          <NewSessionRooms
            groups={draft.groups}
            onChange={(groups) => keep({ ...draft, groups })}
            problems={problems}
          />
          <NewSessionAgenda items={draft.agenda ?? []} onChange={(agenda) => keep({ ...draft, agenda })} />
          <NewSessionTopics text={topics} onChange={(text) => keep({ ...draft, topics: text })} />
          {error !== null && (
            <p className={classes.problem} role="alert">
              {errorText(error, messages)}
            </p>
          )}
          <div className={classes.submit}>
            <Button size="md" aria-keyshortcuts="Control+Enter" onClick={submit} loading={busy}>
              {create.submit}
            </Button>
            <span className={classes.explain}>{create.kept}</span>
          </div>
        </div>
      </SubmitForm>
    </OrganiserFrame>
  );
}

function bodyOf({ info, groups, agenda }: Draft, plenaryName: string, topics: string): CreateSessionBody {
  const { moderation, anonymity, pendingMax, exportsBy, watermark } = info;
  return {
    title: info.title.trim(),
    startsAt: fromField(info.startsAt),
    place: info.place.trim() || null,
    settings: {
      moderation,
      anonymity,
      exportsBy,
      watermark,
      ...(typeof pendingMax === "number" && { pendingMax }),
    },
    rooms: [
      { name: plenaryName, kind: "plenary" },
      ...groups.map((name) => ({ name: name.trim(), kind: "breakout" as const })),
    ],
    topics: [...topicsFrom(topics)],
    ...(agenda !== undefined && { agenda: [...agenda] }),
  };
}
