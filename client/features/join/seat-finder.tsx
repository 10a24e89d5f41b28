import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { isComposing } from "../../ui/forms/use-submit-key.ts";
import { useMessages } from "../../ui/language.tsx";
import { mayBePinyin, useReadings } from "../../ui/search/pinyin-match.ts";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import styles from "./join-form.module.css";
import { findSeats, type Seat } from "./seats.ts";

/** Rows drawn at once; typing one more character narrows the rest. */
const ROWS_MAX = 60;

interface Props {
  readonly seats: readonly Seat[];
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onChosen: (seat: Seat) => void;
}

/** Finds a name while it is typed, by characters or pinyin; ↑ ↓ and Enter choose, as a click does. */
export function SeatFinder({ seats, typed, onTyped, onChosen }: Props) {
  const { join } = useMessages();
  const ids = useId();
  const texts = useMemo(() => [...new Set(seats.flatMap((seat) => [seat.name, seat.unit]))], [seats]);
  // The field has the focus from the beginning, and a name in characters needs no dictionary.
  const { readings, isAwaited } = useReadings(texts, mayBePinyin(typed));
  const found = useMemo(() => findSeats(typed, seats, readings), [typed, seats, readings]);
  const shown = found.slice(0, ROWS_MAX);
  const [active, setActive] = useState(0);
  /** Whether the active row was gone to by keys: Enter in a field with nothing in it chooses nobody. */
  const [isPicked, setPicked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const activeRow = useRef<HTMLDivElement>(null);
  const at = Math.min(active, shown.length - 1);

  useEffect(() => field.current?.focus(), []);

  // The row under the keyboard stays in sight, and scrolls no more than it has to.
  useEffect(() => {
    if (at >= 0) activeRow.current?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const isActive = isPicked || typed.trim() !== "";
  const goTo = (row: number) => {
    setActive(row);
    setPicked(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const seat = isActive ? shown[at] : undefined;
    // The first press goes to the row that was only offered.
    const step = isActive ? 1 : 0;
    if (event.key === "ArrowDown") goTo(Math.min(at + step, shown.length - 1));
    else if (event.key === "ArrowUp") goTo(Math.max(at - step, 0));
    else if (event.key === "Enter" && seat !== undefined) onChosen(seat);
    else return;
    event.preventDefault();
  };

  // Focus stays in the field, which names the active row and has its keys: rows are for eye and pointer.
  const listProps = {
    id: `${ids}-list`,
    className: styles.seats,
    role: "listbox",
    "aria-label": join.listLabel,
  };
  const rowProps = (seat: Seat, index: number) => ({
    id: `${ids}-${seat.personId}`,
    ref: index === at ? activeRow : null,
    className: styles.seat,
    role: "option",
    "aria-selected": isActive && index === at,
    onMouseMove: () => setActive(index),
    onClick: () => onChosen(seat),
  });

  return (
    <>
      <label className={styles.label} htmlFor={`${ids}-field`}>
        {join.findLabel}
      </label>
      <input
        id={`${ids}-field`}
        className={styles.field}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${ids}-list`}
        aria-autocomplete="list"
        aria-activedescendant={
          shown[at] === undefined || !isActive ? undefined : `${ids}-${shown[at].personId}`
        }
        autoComplete="off"
        spellCheck={false}
        ref={field}
        placeholder={join.findPlaceholder}
        value={typed}
        onChange={(event) => {
          onTyped(event.currentTarget.value);
          setActive(0);
          setPicked(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="visually-hidden" role="status">
        {typed === "" || isAwaited ? "" : join.matches(found.length)}
      </div>
      <div {...listProps}>
        {shown.map((seat, index) => (
          <div key={seat.personId} {...rowProps(seat, index)}>
            <strong>{seat.name}</strong>
            <span>{[seat.unit, seat.post].filter(Boolean).join(" · ")}</span>
          </div>
        ))}
      </div>
      {shown.length === 0 ? (
        isAwaited ? (
          <Loading />
        ) : (
          <EmptyState title={join.noMatch(typed)} hint={join.noMatchHint} />
        )
      ) : (
        <p className={styles.hint}>
          {found.length > shown.length ? join.moreMatches(found.length - shown.length) : join.keys}
        </p>
      )}
    </>
  );
}
