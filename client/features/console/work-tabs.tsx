import { Tabs } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { QuestionView } from "../../session/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { QUESTION_TABS, type QuestionTab, standsIn, tabList } from "./console-lists.ts";
import { NotesTab } from "./notes-tab.tsx";
import type { RowActs } from "./question-row.tsx";
import { QuestionTable } from "./question-table.tsx";
import type { ConsoleRights } from "./use-console-rights.ts";
import type { Moderation } from "./use-moderation.ts";
import styles from "./work-tabs.module.css";

type Tab = QuestionTab | "notes";

interface Props {
  readonly questions: readonly QuestionView[];
  readonly rooms: readonly RoomRecord[];
  /** The one room looked at; `null`: all. */
  readonly roomId: string | null;
  readonly active: string | null;
  readonly closing: string | null;
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
  readonly acts: RowActs;
  readonly filter: ReactNode;
  readonly marked: ReadonlySet<string>;
  /** What can be done with the marked questions; a line that is always there. */
  readonly bar: ReactNode;
}

/** The middle of the console: questions by state, and the notes. */
export function WorkTabs({ questions, rooms, roomId, filter, bar, acts, ...rest }: Props) {
  const words = useMessages().console.tabs;
  const [tab, setTab] = useState<Tab>("open");
  const list = useMemo(() => (tab === "notes" ? [] : tabList(tab, questions)), [tab, questions]);
  const headings = useMemo(() => {
    const used = new Set(list.map((question) => question.roomId));
    return used.size > 1 ? rooms.filter((room) => used.has(room.roomId)) : [];
  }, [list, rooms]);
  return (
    <section className={styles.middle} aria-label={words.label}>
      <Tabs value={tab} onChange={(value) => setTab((value ?? "open") as Tab)} keepMounted={false}>
        <div className={styles.tabBar}>
          <Tabs.List aria-label={words.label}>
            {QUESTION_TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {words[name]} {questions.filter((question) => standsIn(name, question)).length}
              </Tabs.Tab>
            ))}
            <Tabs.Tab value="notes">{words.notes}</Tabs.Tab>
          </Tabs.List>
          {tab !== "notes" && filter}
        </div>
        {bar}
        {QUESTION_TABS.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <QuestionTable
              tab={name}
              questions={name === tab ? list : []}
              headings={headings}
              {...acts}
              {...rest}
            />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="notes">
          <NotesTab rooms={rooms} roomId={roomId} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
