import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { BrowserRouter, Route, Routes, useLocation } from "react-router";
import { JoinPage } from "./features/join/join-page.tsx";
import { SessionPickerPage } from "./features/join/session-picker-page.tsx";
import { RoomPage } from "./features/room/room-page.tsx";
import { IdentityProvider } from "./sync/identity.tsx";
import { FileDropGuard } from "./ui/file-drop-guard.tsx";
import { LanguageProvider, type Spoken, useMessages } from "./ui/language.tsx";
import notices from "./ui/notices.module.css";
import { PressGuard } from "./ui/press-guard.tsx";
import { LoadingPage } from "./ui/states/loading.tsx";
import { NotFoundPage, ScreenBoundary } from "./ui/states/screen-boundary.tsx";
import { StorageNotice } from "./ui/states/storage-notice.tsx";
import { cssVariablesResolver, themeIn } from "./ui/theme.ts";

/** They lie one over the other, the latest on top. */
const NOTICES_MAX = 20;

// The way into the room is one piece and comes first; every other screen is fetched when it is first opened.
const ConsolePage = lazy(async () => ({
  default: (await import("./features/console/console-page.tsx")).ConsolePage,
}));
const WallPage = lazy(async () => ({
  default: (await import("./features/wall/wall-page.tsx")).WallPage,
}));
const LedgerPage = lazy(async () => ({
  default: (await import("./features/followups/ledger-page.tsx")).LedgerPage,
}));
const RoundsPage = lazy(async () => ({
  default: (await import("./features/rounds/rounds-page.tsx")).RoundsPage,
}));
const AgendaPage = lazy(async () => ({
  default: (await import("./features/agenda/agenda-page.tsx")).AgendaPage,
}));
const CollectedPage = lazy(async () => ({
  default: (await import("./features/collected/collected-page.tsx")).CollectedPage,
}));
const DocumentsPage = lazy(async () => ({
  default: (await import("./features/documents/documents-page.tsx")).DocumentsPage,
}));
const PreviewPage = lazy(async () => ({
  default: (await import("./features/documents/preview/preview-page.tsx")).PreviewPage,
}));
const StagePage = lazy(async () => ({
  default: (await import("./features/stage/stage-page.tsx")).StagePage,
}));
const OrganiserPage = lazy(async () => ({
  default: (await import("./features/organiser/organiser-page.tsx")).OrganiserPage,
}));
const EverySessionLedgerPage = lazy(async () => ({
  default: (await import("./features/followups/every-session/every-session-page.tsx")).EverySessionLedgerPage,
}));
const NewSessionPage = lazy(async () => ({
  default: (await import("./features/organiser/new-session/new-session-page.tsx")).NewSessionPage,
}));
const SessionPage = lazy(async () => ({
  default: (await import("./features/organiser/session-page.tsx")).SessionPage,
}));
const SeatCardsPage = lazy(async () => ({
  default: (await import("./features/roster/cards/seat-cards-page.tsx")).SeatCardsPage,
}));

/** The whole client: look, language, identities, screens. */
export function App({ firstLanguage }: { firstLanguage: Spoken }) {
  return (
    <LanguageProvider first={firstLanguage}>
      <Look>
        <IdentityProvider>
          {/* Dialogs, lists that hang open and notices all go here, into a part of the page that has a name. */}
          <Overlays />
          <Notifications position="top-left" autoClose={6_000} limit={NOTICES_MAX} classNames={notices} />
          <StorageNotice />
          <FileDropGuard />
          <PressGuard />
          <BrowserRouter>
            <Screens />
          </BrowserRouter>
        </IdentityProvider>
      </Look>
    </LanguageProvider>
  );
}

function Screens() {
  return (
    <ScreenBoundary at={useLocation().key}>
      <Suspense fallback={<LoadingPage />}>
        <Routes>
          <Route path="/" element={<SessionPickerPage />} />
          <Route path="/s/:sessionId" element={<JoinPage />} />
          <Route path="/s/:sessionId/room/:roomId?" element={<RoomPage />} />
          <Route path="/s/:sessionId/console" element={<ConsolePage />} />
          <Route path="/s/:sessionId/wall" element={<WallPage />} />
          <Route path="/s/:sessionId/ledger" element={<LedgerPage />} />
          <Route path="/s/:sessionId/groups" element={<RoundsPage />} />
          <Route path="/s/:sessionId/agenda" element={<AgendaPage />} />
          <Route path="/s/:sessionId/collected" element={<CollectedPage />} />
          <Route path="/s/:sessionId/documents" element={<DocumentsPage />} />
          <Route path="/s/:sessionId/documents/:name" element={<PreviewPage />} />
          <Route path="/s/:sessionId/stage" element={<StagePage shows="question" />} />
          <Route path="/s/:sessionId/stage/numbers" element={<StagePage shows="numbers" />} />
          <Route path="/organiser" element={<OrganiserPage />} />
          <Route path="/organiser/new" element={<NewSessionPage />} />
          <Route path="/organiser/ledger" element={<EverySessionLedgerPage />} />
          <Route path="/organiser/:sessionId" element={<SessionPage />} />
          <Route path="/organiser/:sessionId/seat-cards" element={<SeatCardsPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </ScreenBoundary>
  );
}

function Overlays() {
  const { common } = useMessages();
  return <section data-mantine-shared-portal-node="true" aria-label={common.overlays} />;
}

function Look({ children }: { children: ReactNode }) {
  const { common } = useMessages();
  const theme = useMemo(() => themeIn(common.close), [common.close]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme="light">
      {children}
    </MantineProvider>
  );
}
