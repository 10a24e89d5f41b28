import type { CSSProperties } from "react";
import { AGENDA_RECORD_ID } from "../../../../shared/domain/agenda/records.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { type AgendaItem, minutesOf } from "../../agenda/agenda-state.ts";
import { useAgenda } from "../../agenda/use-agenda.ts";
import { useAgendaWords } from "../../agenda/use-agenda-words.ts";
import classes from "../stage.module.css";
import { useStagePage } from "../use-stage-page.ts";
import { useTurnKeys } from "../use-turn-keys.ts";
import { agendaPages, agendaScale } from "./agenda-pages.ts";
import own from "./stage-agenda.module.css";

/** What comes when, before the hall: each item with the time planned for it, what is under way marked. */
export function StageAgenda() {
  const { stage } = useAllMessages();
  const words = useAgendaWords();
  const { items, current } = useAgenda();
  const pages = agendaPages(items);
  const { page, turnBy } = useStagePage(AGENDA_RECORD_ID, pages.length);
  useTurnKeys(turnBy);
  const shown = pages[page - 1] ?? [];
  return (
    <section className={own.agenda} aria-live="polite">
      <h2 className={own.heading}>{current === null ? words.stage.title : words.stage.now(current.title)}</h2>
      {items.length === 0 && <p className={classes.second}>{words.noneToShow}</p>}
      <ol className={own.list} style={{ "--scale": agendaScale(shown) } as CSSProperties}>
        {shown.map((item) => (
          <Line key={item.id} item={item} at={items.indexOf(item)} isCurrent={item === current} />
        ))}
      </ol>
      {pages.length > 1 && <p className={classes.pageMark}>{stage.page(page, pages.length)}</p>}
    </section>
  );
}

function Line({ item, at, isCurrent }: { item: AgendaItem; at: number; isCurrent: boolean }) {
  const words = useAgendaWords().stage;
  const isHeld = item.startedAt !== null && !isCurrent;
  return (
    <li
      className={own.line}
      data-state={isCurrent ? "current" : isHeld ? "held" : undefined}
      aria-current={isCurrent ? "step" : undefined}
    >
      <span className={own.place}>{at + 1}</span>
      <span className={own.title}>{item.title}</span>
      <span className={own.state}>{isCurrent ? words.current : isHeld ? words.held : ""}</span>
      <span className={own.minutes}>
        {item.plannedMs === null ? "" : words.minutes(minutesOf(item.plannedMs))}
      </span>
    </li>
  );
}
