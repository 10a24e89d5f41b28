import { Button, Tabs } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import { Finder } from "../../finding/finder.tsx";
import { focusSearch } from "../../finding/focus-search.ts";
import { filterBy, NO_FILTER, scopeOf } from "../../finding/question-filter.ts";
import { type QuestionSort, sortQuestions } from "../../finding/question-sort.ts";
import { useUnitOrder } from "../../questions/use-unit-order.ts";
import { QUESTION_TABS, type QuestionTab, standsIn } from "../acts/console-lists.ts";
import { useConsoleHall } from "../console-context.ts";
import { NotesTab } from "./notes-tab.tsx";
import { QuestionTable } from "./question-table.tsx";
import { SpeakingTab } from "./speaking-tab.tsx";
import styles from "./work-tabs.module.css";

type Tab = QuestionTab | "speaking" | "notes";

function isQuestionTab(tab: Tab): tab is QuestionTab {
  return tab !== "speaking" && tab !== "notes";
}

interface Props {
  readonly questions: readonly QuestionView[];
  /** Where it begins; null: with what is open. */
  readonly firstTab: Tab | null;
  /** The one room looked at; `null`: all. */
  readonly roomId: string | null;
  readonly active: string | null;
  readonly onActive: (questionId: string) => void;
  readonly closing: string | null;
  /** The choice of the room. */
  readonly roomFilter: ReactNode;
  readonly marked: ReadonlySet<string>;
  /** What can be done with the marked questions; a line that is always there. */
  readonly bar: ReactNode;
  /** The way to what waits, where that has no column of its own. */
  readonly toQueue: ReactNode;
}

/** The middle of the console: questions by state, the speeches, and the notes. */
export function WorkTabs({ questions, firstTab, roomId, roomFilter, bar, toQueue, ...rest }: Props) {
  const { console, speaking } = useAllMessages();
  const { tabs: words } = console;
  const { rooms } = useConsoleHall();
  const [tab, setTab] = useState<Tab>(firstTab ?? "open");
  const [sort, setSort] = useState<QuestionSort>("support");
  const [filter, setFilter] = useState(NO_FILTER);
  const listed = useMemo(
    () => questions.filter((question) => QUESTION_TABS.some((name) => standsIn(name, question))),
    [questions],
  );
  const found = useMemo(() => listed.filter(filterBy(filter)), [listed, filter]);
  const units = useUnitOrder();
  const list = useMemo(
    () =>
      !isQuestionTab(tab)
        ? []
        : sortQuestions(
            found.filter((question) => standsIn(tab, question)),
            sort,
            units,
          ),
    [tab, found, sort, units],
  );
  const headings = useMemo(() => {
    const used = new Set(list.map((question) => question.roomId));
    return used.size > 1 ? rooms.filter((room) => used.has(room.roomId)) : [];
  }, [list, rooms]);
  return (
    <section className={styles.middle} data-scroller aria-label={words.label}>
      <Tabs value={tab} onChange={(value) => setTab((value ?? "open") as Tab)} keepMounted={false}>
        <div className={styles.tabBar}>
          <Tabs.List aria-label={words.label}>
            {QUESTION_TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {words[name]} {found.filter((question) => standsIn(name, question)).length}
              </Tabs.Tab>
            ))}
            <Tabs.Tab value="speaking">{speaking.title}</Tabs.Tab>
            <Tabs.Tab value="notes">{words.notes}</Tabs.Tab>
          </Tabs.List>
          {toQueue}
        </div>
        {isQuestionTab(tab) && (
          <Finder
            questions={listed}
            found={found.length}
            sort={sort}
            onSort={setSort}
            filter={filter}
            onFilter={setFilter}
            without="state"
          >
            {roomFilter}
          </Finder>
        )}
        {(isQuestionTab(tab) || rest.marked.size > 0) && bar}
        {isQuestionTab(tab) && (
          <Tabs.Panel key={tab} value={tab}>
            {list.length > 0 ? (
              <QuestionTable
                tab={tab}
                scope={`${tab} ${scopeOf(sort, filter)}`}
                questions={list}
                headings={headings}
                {...rest}
              />
            ) : (
              <NothingHere
                tab={tab}
                isFiltered={questions.some((question) => standsIn(tab, question))}
                onShowAll={() => {
                  setFilter(NO_FILTER);
                  focusSearch();
                }}
              />
            )}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="speaking">
          <SpeakingTab roomId={roomId} />
        </Tabs.Panel>
        <Tabs.Panel value="notes">
          <NotesTab roomId={roomId} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

interface NothingProps {
  readonly tab: QuestionTab;
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
}

function NothingHere({ tab, isFiltered, onShowAll }: NothingProps) {
  const { console, finding } = useAllMessages();
  const { empty } = console;
  if (!isFiltered) return <EmptyState title={empty[tab]} hint={empty[`${tab}Hint`]} />;
  return (
    <EmptyState title={finding.noneFit}>
      <Button variant="default" onClick={onShowAll}>
        {finding.showAll}
      </Button>
    </EmptyState>
  );
}
