import { Autocomplete, NativeSelect, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { byOrder } from "../../../shared/domain/people/by-order.ts";
import { type AgendaKind, agendaKindSchema, type RoomSet } from "../../../shared/protocol/commands/agenda.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useRecords } from "../../sync/hooks.ts";
import { FormFrame } from "../../ui/forms/form-frame.tsx";
import { LimitedTextInput } from "../../ui/forms/limited-text.tsx";
import { checkText, fitsLimit } from "../../ui/forms/text-problem.ts";
import { useMessages } from "../../ui/language.tsx";
import { useRounds } from "../rounds/use-rounds.ts";
import styles from "./agenda.module.css";
import { type AgendaItem, type ItemSaid, minutesOf } from "./agenda-state.ts";
import { useAgendaWords } from "./use-agenda-words.ts";

const MINUTE_MS = 60_000;
const MINUTES_MAX = LIMITS.timerMaxMs / MINUTE_MS;
const NAMES_MAX = 8;

interface Props {
  /** What is changed; absent: a new one. */
  readonly item?: AgendaItem;
  /** Resolves with whether it was taken. */
  readonly onSubmit: (said: ItemSaid, before: AgendaItem | undefined) => Promise<boolean>;
  readonly onClose: () => void;
}

/** What is said of an item of the agenda. */
export function ItemForm({ item: now, onSubmit, onClose }: Props) {
  // As one began to change it: what others change meanwhile is theirs.
  const [item] = useState(now);
  const words = useAgendaWords();
  const { form } = words;
  const { errors } = useMessages();
  const places = usePlaces(item?.roomSet);
  const names = useNames();
  const [title, setTitle] = useState(item?.title ?? "");
  const [itemKind, setKind] = useState<AgendaKind>(item?.itemKind ?? "questions");
  const [minutes, setMinutes] = useState(minutesText(item));
  const [place, setPlace] = useState(placeValue(item?.roomSet ?? { kind: "plenary" }));
  const [ledBy, setLedBy] = useState(item?.ledBy ?? "");
  const [busy, setBusy] = useState(false);
  const plannedMs = readMinutes(minutes);
  const leader = checkText(ledBy, LIMITS.agendaLedByMaxChars);
  const isLed = leader.ok || leader.code === "text_empty";
  const isReady = !busy && fitsLimit(title, LIMITS.agendaTitleMaxChars) && plannedMs !== undefined && isLed;
  const submit = async () => {
    if (plannedMs === undefined) return;
    setBusy(true);
    const said = {
      title: title.trim() === "" ? words.kinds[itemKind] : title.trim(),
      itemKind,
      plannedMs,
      roomSet: roomSetOf(place),
      ledBy: ledBy.trim() === "" ? null : ledBy.trim(),
    };
    const isTaken = await onSubmit(said, item);
    setBusy(false);
    if (isTaken) onClose();
  };
  const chooseKind = (kind: AgendaKind) => {
    // Who has not said where means where such an item usually is.
    if (place === usualPlace(itemKind)) setPlace(usualPlace(kind));
    setKind(kind);
  };
  return (
    <FormFrame
      look="full"
      name={item?.title ?? form.name}
      submitLabel={item === undefined ? form.add : form.save}
      onSubmit={submit}
      onCancel={onClose}
      isReady={isReady}
      focusesFirst
    >
      <div className={styles.fields}>
        <LimitedTextInput
          className={styles.titleField ?? ""}
          label={form.title}
          placeholder={words.kinds[itemKind]}
          title={form.titleHint}
          value={title}
          maxChars={LIMITS.agendaTitleMaxChars}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label={form.kind}
          value={itemKind}
          onChange={(event) => chooseKind(agendaKindSchema.parse(event.currentTarget.value))}
          data={agendaKindSchema.options.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <TextInput
          label={form.minutes}
          title={form.minutesHint(MINUTES_MAX)}
          inputMode="numeric"
          value={minutes}
          error={plannedMs === undefined ? form.minutesHint(MINUTES_MAX) : null}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        <NativeSelect
          label={form.place}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
          data={places}
        />
        <Autocomplete
          label={form.ledBy}
          placeholder={form.ledByHint}
          title={ledBy}
          value={ledBy}
          onChange={setLedBy}
          data={names}
          limit={NAMES_MAX}
          error={isLed ? null : errors[leader.code]}
        />
      </div>
    </FormFrame>
  );
}

/** The rounds one may choose, and the one that was chosen and is gone. */
function usePlaces(chosen: RoomSet | undefined) {
  const { places, placeGone } = useAgendaWords();
  const rounds = useRounds();
  const isGone = chosen?.kind === "round" && rounds.every(({ roundId }) => roundId !== chosen.roundId);
  return [
    { value: "plenary", label: places.plenary },
    { value: "groups", label: places.groups },
    ...rounds.map(({ roundId, name }) => ({
      value: placeValue({ kind: "round", roundId }),
      label: places.round(name),
    })),
    ...(isGone ? [{ value: placeValue(chosen), label: placeGone }] : []),
  ];
}

/** Names that may lead, each once. */
function useNames(): string[] {
  const people = useRecords("person");
  return useMemo(
    () => [
      ...new Set(
        people
          .filter(({ removed }) => removed !== true)
          .sort(byOrder)
          .map(({ name }) => name),
      ),
    ],
    [people],
  );
}

function usualPlace(kind: AgendaKind): string {
  return kind === "groups" ? "groups" : "plenary";
}

function placeValue(roomSet: RoomSet): string {
  return roomSet.kind === "round" ? `round:${roomSet.roundId}` : roomSet.kind;
}

function roomSetOf(place: string): RoomSet {
  if (place === "plenary" || place === "groups") return { kind: place };
  return { kind: "round", roundId: place.slice("round:".length) };
}

function minutesText(item: AgendaItem | undefined): string {
  return item === undefined || item.plannedMs === null ? "" : `${minutesOf(item.plannedMs)}`;
}

/** Whole minutes as they are typed, in full-width digits too, in milliseconds; null where none are, undefined where they cannot be. */
function readMinutes(text: string): number | null | undefined {
  const digits = text.normalize("NFKC").trim();
  if (digits === "") return null;
  const count = /^\d+$/.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= MINUTES_MAX ? count * MINUTE_MS : undefined;
}
