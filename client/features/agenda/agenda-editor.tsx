import { Button } from "@mantine/core";
import { useState } from "react";
import { spentMsOf } from "../../../shared/domain/agenda/time.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useCan, useRecord, useRecords, useServerNowEvery } from "../../sync/hooks.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useLanguage } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { formatClock } from "../../ui/text/format-time.ts";
import styles from "./agenda.module.css";
import { AgendaList } from "./agenda-list.tsx";
import { type Agenda, minutesOf, plannedEnd, plannedSum } from "./agenda-state.ts";
import { ItemForm } from "./item-form.tsx";
import { useAgenda } from "./use-agenda.ts";
import { useAgendaActs } from "./use-agenda-acts.ts";
import { useAgendaWords } from "./use-agenda-words.ts";

/** The agenda as it is written: its items in their order, what they come to, and one more. */
export function AgendaEditor() {
  const words = useAgendaWords();
  const agenda = useAgenda();
  const acts = useAgendaActs();
  const [adding, setAdding] = useState(false);
  const [wasAdding, setWasAdding] = useState(false);
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const mayWrite = useCan()({ type: "agenda.add" }) && !isSealed;
  const isFull = useRecords("agendaItem").length >= LIMITS.agendaItemsMax;
  const close = () => {
    setAdding(false);
    setWasAdding(true);
  };
  const isEmpty = agenda.items.length === 0;
  const form = <ItemForm onSubmit={acts.add} onClose={close} />;
  if (isEmpty && !adding) {
    return (
      <EmptyState
        title={mayWrite ? words.none : words.noneToShow}
        {...(mayWrite && { hint: words.noneHint })}
      >
        {mayWrite && <Button onClick={singlePress(() => setAdding(true))}>{words.addFirst}</Button>}
      </EmptyState>
    );
  }
  return (
    <div className={styles.editor}>
      {isSealed && <p className={styles.hint}>{words.sealed}</p>}
      {!isEmpty && <Sums agenda={agenda} />}
      {!isEmpty && <AgendaList agenda={agenda} acts={acts} isReadOnly={!mayWrite} />}
      {mayWrite && adding && <div className={styles.editing}>{form}</div>}
      {mayWrite && !adding && (
        <div className={styles.foot}>
          <Button autoFocus={wasAdding} disabled={isFull} onClick={singlePress(() => setAdding(true))}>
            {words.add}
          </Button>
          <span className={styles.hint}>{words.keysHint}</span>
        </div>
      )}
    </div>
  );
}

/** How many items, how long they are meant to take, and when that would end. */
function Sums({ agenda }: { agenda: Agenda }) {
  const words = useAgendaWords();
  const [language] = useLanguage();
  const startsAt = useRecord("session", SESSION_RECORD_ID)?.startsAt ?? null;
  const now = useServerNowEvery(15_000);
  const { items, current } = agenda;
  const { ms, open } = plannedSum(items);
  const spentMs = current === null ? 0 : spentMsOf(current, now);
  const end = plannedEnd(agenda, { startsAt, now, spentMs });
  const facts = [
    words.sum(items.length, minutesOf(ms)),
    ...(open === 0 ? [] : [words.sumOpen(open)]),
    ...(end === null ? [] : [words.endsAt(formatClock(end, language))]),
    ...(end === null && !agenda.isBegun ? [words.endsUnknown] : []),
  ];
  return <p className={styles.sums}>{facts.join(" · ")}</p>;
}
