import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type ReactNode, useMemo, useState } from "react";
import { createBrowserRouter, type RouteObject } from "react-router";
import { RouterProvider } from "react-router/dom";
import { IdentityProvider } from "./sync/identity.tsx";
import { FileDropGuard } from "./ui/file-drop-guard.tsx";
import { LanguageProvider, useMessages } from "./ui/language.tsx";
import notices from "./ui/notices.module.css";
import { LoadingPage } from "./ui/states/loading.tsx";
import { NotFoundPage, RouteError } from "./ui/states/route-error.tsx";
import { StorageNotice } from "./ui/states/storage-notice.tsx";
import { cssVariablesResolver, themeIn } from "./ui/theme.ts";

/** They lie one over the other, the latest on top. */
const NOTICES_MAX = 20;

/** Every screen is a piece of its own, fetched when it is first opened. */
const ROUTES: RouteObject[] = [
  {
    ErrorBoundary: RouteError,
    HydrateFallback: LoadingPage,
    children: [
      {
        path: "/",
        lazy: async () => ({
          Component: (await import("./features/join/session-picker-page.tsx")).SessionPickerPage,
        }),
      },
      {
        path: "/s/:sessionId",
        lazy: async () => ({ Component: (await import("./features/join/join-page.tsx")).JoinPage }),
      },
      {
        path: "/s/:sessionId/room/:roomId?",
        lazy: async () => ({ Component: (await import("./features/room/room-page.tsx")).RoomPage }),
      },
      {
        path: "/s/:sessionId/console",
        lazy: async () => ({ Component: (await import("./features/console/console-page.tsx")).ConsolePage }),
      },
      {
        path: "/s/:sessionId/ledger",
        lazy: async () => ({ Component: (await import("./features/followups/ledger-page.tsx")).LedgerPage }),
      },
      {
        path: "/s/:sessionId/stage",
        lazy: async () => {
          const { StagePage } = await import("./features/stage/stage-page.tsx");
          return { Component: () => <StagePage shows="question" /> };
        },
      },
      {
        path: "/s/:sessionId/stage/numbers",
        lazy: async () => {
          const { StagePage } = await import("./features/stage/stage-page.tsx");
          return { Component: () => <StagePage shows="numbers" /> };
        },
      },
      {
        path: "/organiser",
        lazy: async () => ({
          Component: (await import("./features/organiser/organiser-page.tsx")).OrganiserPage,
        }),
      },
      {
        path: "/organiser/new",
        lazy: async () => ({
          Component: (await import("./features/organiser/new-session/new-session-page.tsx")).NewSessionPage,
        }),
      },
      {
        path: "/organiser/:sessionId",
        lazy: async () => ({
          Component: (await import("./features/organiser/session-page.tsx")).SessionPage,
        }),
      },
      {
        path: "/organiser/:sessionId/seat-cards",
        lazy: async () => ({
          Component: (await import("./features/roster/cards/seat-cards-page.tsx")).SeatCardsPage,
        }),
      },
      { path: "*", Component: NotFoundPage },
    ],
  },
];

/** The whole client: look, language, identities, screens. */
export function App() {
  const [router] = useState(() => createBrowserRouter(ROUTES));
  return (
    <LanguageProvider>
      <Look>
        <IdentityProvider>
          {/* Dialogs, lists that hang open and notices all go here, into a part of the page that has a name. */}
          <Overlays />
          <Notifications position="top-left" autoClose={6_000} limit={NOTICES_MAX} classNames={notices} />
          <StorageNotice />
          <FileDropGuard />
          <RouterProvider router={router} />
        </IdentityProvider>
      </Look>
    </LanguageProvider>
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
