import { Anchor, Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link, useParams } from "react-router";
import type { SeatCardsReply } from "../../../../shared/protocol/http.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import { ErrorState } from "../../../ui/states/error-state.tsx";
import { Loading } from "../../../ui/states/loading.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { typedAddress } from "../../addresses/join-address.ts";
import { useJoinAddress } from "../../addresses/use-join-address.ts";
import { OrganiserGate, type SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { useOrganiserRequest } from "../../organiser-frame/use-organiser-request.ts";
import { groupsOf } from "../people-filter.ts";
import { CARDS_PER_SHEET, type CardsPerSheet, sheetsOf } from "./card-sheets.ts";
import { SeatCard } from "./seat-card.tsx";
import classes from "./seat-cards.module.css";

/** A card for every seat, on sheets of A4: printed, cut along the dashed lines, put on the tables. */
export function SeatCardsPage() {
  return <OrganiserGate>{(signedIn) => <SeatCards signedIn={signedIn} />}</OrganiserGate>;
}

function SeatCards({ signedIn }: { signedIn: SignedIn }) {
  const { sessionId = "" } = useParams();
  const [state, again] = useOrganiserRequest<SeatCardsReply>(
    `/api/sessions/${sessionId}/seat-cards`,
    signedIn,
  );
  switch (state.status) {
    case "loading":
      return (
        <main>
          <Loading />
        </main>
      );
    case "failed":
      return (
        <main>
          <ErrorState error={state.error} onRetry={again} />
        </main>
      );
    case "done":
      return <Sheets sessionId={sessionId} reply={state.value} />;
  }
}

/** An option of a select that lets everybody through. */
const ALL = "";

function Sheets({ sessionId, reply }: { sessionId: string; reply: SeatCardsReply }) {
  const { cards } = useAllMessages().roster;
  const { address, choices, choose } = useJoinAddress();
  usePageTitle(cards.title);
  const [perSheet, setPerSheet] = useState<CardsPerSheet>(8);
  const [group, setGroup] = useState(ALL);
  const [unit, setUnit] = useState(ALL);
  const groups = useMemo(() => groupsOf(reply.people), [reply.people]);
  const units = useMemo(() => [...new Set(reply.people.map((person) => person.unit))], [reply.people]);
  const people = useMemo(
    () =>
      reply.people.filter(
        (person) => (group === ALL || person.group === group) && (unit === ALL || person.unit === unit),
      ),
    [reply.people, group, unit],
  );
  const sheets = sheetsOf(people, perSheet);
  return (
    <>
      <header className={classes.tools}>
        <div className={classes.line}>
          <Anchor component={Link} to={`/organiser/${sessionId}?step=cards`}>
            ‹ {cards.back}
          </Anchor>
          <h1 className={classes.title}>
            {cards.title} · {reply.title}
          </h1>
          <span className={classes.count}>{cards.count(people.length, sheets.length)}</span>
          <Button onClick={() => window.print()} disabled={people.length === 0}>
            {cards.print}
          </Button>
        </div>
        <div className={classes.line}>
          <NativeSelect
            label={cards.address}
            value={address}
            onChange={(event) => choose(event.currentTarget.value)}
            data={choices.map((choice) => ({ value: choice, label: typedAddress(choice) }))}
          />
          <NativeSelect
            label={cards.group}
            value={group}
            onChange={(event) => setGroup(event.currentTarget.value)}
            data={[{ value: ALL, label: cards.all }, ...groups]}
          />
          <NativeSelect
            label={cards.unit}
            value={unit}
            onChange={(event) => setUnit(event.currentTarget.value)}
            data={[{ value: ALL, label: cards.all }, ...units]}
          />
          <div>
            <p id="per-sheet" className={classes.label}>
              {cards.perSheet}
            </p>
            <SegmentedControl
              aria-labelledby="per-sheet"
              value={`${perSheet}`}
              onChange={(value) => setPerSheet(CARDS_PER_SHEET.find((count) => `${count}` === value) ?? 8)}
              data={CARDS_PER_SHEET.map((count) => ({ value: `${count}`, label: cards.perSheetOf(count) }))}
            />
          </div>
          <p className={classes.hint}>
            {choices.length > 1 ? cards.addressHint : ""}
            {cards.secret}
          </p>
        </div>
      </header>
      <main className={classes.sheets}>
        {people.length === 0 && <EmptyState title={reply.people.length === 0 ? cards.none : cards.noMatch} />}
        {sheets.map((sheet, position) => (
          <section
            key={sheet[0]?.personId}
            className={classes.sheet}
            data-per-sheet={perSheet}
            aria-label={cards.sheet(position + 1)}
          >
            {sheet.map((person) => (
              <SeatCard
                key={person.personId}
                person={person}
                title={reply.title}
                address={address}
                perSheet={perSheet}
              />
            ))}
          </section>
        ))}
      </main>
    </>
  );
}
