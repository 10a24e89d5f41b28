import { Anchor, Button, Group, Menu } from "@mantine/core";
import { Link, useParams } from "react-router";
import { spentMsOf } from "../../../../shared/domain/agenda/time.ts";
import { useConnection, useServerNowEvery } from "../../../sync/hooks.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { Tag } from "../../../ui/tag.tsx";
import { type Agenda, type AgendaItem, minutesOf } from "../../agenda/agenda-state.ts";
import { useAgenda } from "../../agenda/use-agenda.ts";
import { useAgendaActs } from "../../agenda/use-agenda-acts.ts";
import { useAgendaWords } from "../../agenda/use-agenda-words.ts";
import { useConsole } from "../console-context.ts";
import { KeyButton } from "../keys/key-button.tsx";
import styles from "./side-panels.module.css";

/** What is under way and for how long, and the way on and back; nothing for who may not while there is no agenda. */
export function AgendaPanel() {
  const words = useAgendaWords();
  const { rights } = useConsole();
  const { sessionId = "" } = useParams();
  const agenda = useAgenda();
  if (!rights.moderates && agenda.items.length === 0) return null;
  return (
    <section aria-label={words.title}>
      <div className={styles.headLine}>
        <h2 className={styles.panelHead}>{words.title}</h2>
        <Anchor component={Link} to={`/s/${sessionId}/agenda`}>
          {rights.moderates ? words.open : words.see}
        </Anchor>
      </div>
      {agenda.items.length === 0 ? (
        <p className={styles.reason}>{words.none}</p>
      ) : (
        <>
          <Standing agenda={agenda} />
          {rights.moderates && <Steps agenda={agenda} />}
        </>
      )}
    </section>
  );
}

function Standing({ agenda }: { agenda: Agenda }) {
  const { panel } = useAgendaWords();
  const { current, next, isBegun } = agenda;
  return (
    <>
      {current === null ? (
        <p>{isBegun ? panel.over : panel.notBegun}</p>
      ) : (
        <Current key={current.id} item={current} />
      )}
      {next !== null && <p className={styles.reason}>{panel.nextIs(next.title)}</p>}
      {next === null && current !== null && <p className={styles.reason}>{panel.lastOne}</p>}
    </>
  );
}

function Current({ item }: { item: AgendaItem }) {
  const { panel, current } = useAgendaWords();
  const spentMs = spentMsOf(item, useServerNowEvery(5_000));
  const taken = Math.floor(spentMs / 60_000);
  const planned = item.plannedMs === null ? null : minutesOf(item.plannedMs);
  const isOver = planned !== null && taken > planned;
  return (
    <>
      <p>
        <strong>{item.title}</strong> <Tag tone="live">{current}</Tag>
      </p>
      <p className={styles.reason}>
        {planned === null ? panel.takenOpen(taken) : panel.taken(taken, planned)}{" "}
        {isOver && <Tag tone="waiting">{panel.overBy(taken - planned)}</Tag>}
      </p>
    </>
  );
}

function Steps({ agenda }: { agenda: Agenda }) {
  const words = useAgendaWords();
  const { panel } = words;
  const { open } = useConsole();
  const acts = useAgendaActs();
  const isOnline = useConnection().status === "online";
  const { items, current, next, previous, isBegun } = agenda;
  const others = items.filter((item) => item !== current);
  return (
    <>
      <Group gap={6} mt={6}>
        {next !== null && (
          <KeyButton
            label={isBegun ? panel.next : panel.begin}
            shortcut="agendaNext"
            primary
            onPress={() => open.agenda(next.itemId)}
          />
        )}
        {next === null && current !== null && (
          <KeyButton label={panel.end} shortcut="agendaNext" onPress={() => open.agenda("end")} />
        )}
        {previous !== null && (
          <KeyButton label={panel.back} shortcut="agendaBack" onPress={() => open.agenda(previous.itemId)} />
        )}
        {others.length > 1 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="compact-md" variant="default">
                {panel.goTo}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map(({ itemId, title }) => (
                <Menu.Item key={itemId} onClick={() => open.agenda(itemId)}>
                  {title}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <Button size="compact-md" variant="default" onClick={singlePress(acts.show)}>
          {panel.show}
        </Button>
      </Group>
      {!isOnline && <p className={styles.reason}>{panel.offline}</p>}
    </>
  );
}
