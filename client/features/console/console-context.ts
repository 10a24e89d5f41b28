import { createContext, useContext } from "react";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import type { ConsoleRights } from "./acts/use-console-rights.ts";
import type { Moderation } from "./acts/use-moderation.ts";
import type { Reports } from "./acts/use-reports.ts";
import type { ConsoleDialogState } from "./use-console-dialogs.ts";

/** What every part of the console works with. Each stays the same while one works: rows and cards are memoised. */
export interface ConsoleTools {
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
  readonly reports: Reports;
  /** What opens over the console. */
  readonly open: ConsoleDialogState["open"];
  /** Marks a question, or takes its mark away. */
  readonly toggleMark: (questionId: string) => void;
  /** Whether letters are keys, and so stand on the buttons they press. */
  readonly showKeys: boolean;
}

/** Who is there, and where; apart from the tools, for it changes whenever somebody comes. */
export interface ConsoleHall {
  /** In their order. */
  readonly rooms: readonly RoomRecord[];
  /** Those on the roster now, in its order. */
  readonly people: readonly PersonView[];
}

export const ConsoleToolsContext = createContext<ConsoleTools | null>(null);
export const ConsoleHallContext = createContext<ConsoleHall | null>(null);

/** The tools of the console around; throws outside one. */
export function useConsole(): ConsoleTools {
  return inside(useContext(ConsoleToolsContext));
}

/** The hall of the console around; throws outside one. */
export function useConsoleHall(): ConsoleHall {
  return inside(useContext(ConsoleHallContext));
}

function inside<T>(value: T | null): T {
  if (value === null) throw new Error("This stands only inside a console.");
  return value;
}
