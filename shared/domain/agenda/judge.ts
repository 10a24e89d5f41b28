import type { agendaCommands } from "../../protocol/commands/agenda.ts";
import type { Judges } from "../judging.ts";
import { advanceAgenda } from "./advancing.ts";
import { addItem, orderItems, removeItem, restoreItem, updateItem } from "./preparing.ts";
import { takeStepBack } from "./taking-back.ts";

export const agendaJudges: Judges<keyof typeof agendaCommands> = {
  "agenda.add": addItem,
  "agenda.update": updateItem,
  "agenda.order": orderItems,
  "agenda.remove": removeItem,
  "agenda.restore": restoreItem,
  "agenda.advance": advanceAgenda,
  "agenda.back": takeStepBack,
};
