import { Anchor } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useMe, useRecord, useRecords, useServerNowEvery } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { LedgerFiles } from "./files/ledger-files.tsx";
import { FollowupDrawer } from "./followup-drawer.tsx";
import styles from "./ledger.module.css";
import { filterBy, type LedgerSort, NO_FILTER, sortRows, unitsIn } from "./ledger-rows.ts";
import { LedgerSums } from "./ledger-sums.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import { LedgerToolbar } from "./ledger-toolbar.tsx";

/** A lamp changes at midnight; a minute late is early enough. */
const LAMP_EVERY_MS = 60_000;

/** The viewer's rows: what is asked for of them, in a table, and one in full beside it. */
export function Ledger() {
  const words = useAllMessages().followups;
  const { sessionId = "" } = useParams();
  const session = useRecord("session", SESSION_RECORD_ID);
  const rows = useRecords("followup");
  const isStaff = useCan()({ type: "stage.open" });
  const now = useServerNowEvery(LAMP_EVERY_MS);
  const [filter, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<LedgerSort>("number");
  const [search] = useSearchParams();
  const [openId, setOpenId] = useState(search.get("row"));
  const units = useMemo(() => unitsIn(rows), [rows]);
  const shown = useMemo(() => sortRows(rows.filter(filterBy(filter, now)), sort), [rows, filter, now, sort]);
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>{session?.title}</h2>
        <LedgerSums rows={rows} now={now} />
        <Anchor
          component={Link}
          to={`/s/${sessionId}/${isStaff ? "console" : "room"}`}
          className={styles.back}
        >
          {isStaff ? words.back.console : words.back.room}
        </Anchor>
      </header>
      {rows.length === 0 ? (
        <NothingYet isStaff={isStaff} />
      ) : (
        <>
          <LedgerFiles units={units} isStaff={isStaff} />
          <LedgerToolbar filter={filter} onFilter={setFilter} units={units} />
          <LedgerTable
            rows={shown}
            now={now}
            sort={sort}
            onSort={setSort}
            onOpen={setOpenId}
            onShowAll={() => setFilter(NO_FILTER)}
          />
        </>
      )}
      <FollowupDrawer
        isOpen={openId !== null}
        row={rows.find(({ followupId }) => followupId === openId)}
        now={now}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}

const WHO = {
  county: "asker",
  municipal: "unit",
  expert: "unit",
  staff: "observer",
  observer: "observer",
} as const;

function NothingYet({ isStaff }: { isStaff: boolean }) {
  const words = useAllMessages().followups.empty;
  const side = useMe()?.side;
  const who = isStaff ? "staff" : WHO[side ?? "observer"];
  return <EmptyState title={words[who]} hint={words[`${who}Hint`]} />;
}
