import type { Command, CommandOf } from "../../../../shared/protocol/commands/command.ts";
import type { Party } from "../parties.ts";
import { answering, counties, staff } from "../parties.ts";
import type { CommandRows, Row, Stock } from "../row.ts";

const running = { own: [...staff, "leader"], other: staff } as const satisfies Record<
  string,
  readonly Party[]
>;

/** In the room that `leader` leads, and in one that nobody leads. */
function inRooms<C extends Command>(make: (roomId: string, stock: Stock) => C): Row<C>[] {
  return [
    { variant: "room of the leader", make: (stock) => make(stock.second, stock), allowed: running.own },
    { variant: "other room", make: (stock) => make(stock.first, stock), allowed: running.other },
    { variant: "plenary", make: (stock) => make(stock.plenary, stock), allowed: running.other },
  ];
}

/** Of a speech in the room that `leader` leads, and of one in another. */
function ofSpeeches<C extends Command>(make: (speechId: string, stock: Stock) => C): Row<C>[] {
  return [
    { variant: "room of the leader", make: (stock) => make(stock.ledSpeech, stock), allowed: running.own },
    { variant: "other room", make: (stock) => make(stock.speech, stock), allowed: running.other },
  ];
}

function ofPoints<C extends Command>(make: (pointId: string) => C): Row<C>[] {
  return [
    { variant: "room of the leader", make: ({ ledPoint }) => make(ledPoint), allowed: running.own },
    { variant: "other room", make: ({ point }) => make(point), allowed: running.other },
  ];
}

type Plain = "speech.start" | "speech.pause" | "speech.resume" | "speech.end";
const plain = <T extends Plain>(type: T) => ofSpeeches((speechId) => ({ type, speechId }) as CommandOf<T>);

/** Who speaks, for how long, and what is noted of it. */
export const SPEAKING_ROWS = {
  "speech.request": [
    {
      variant: "room of the first group",
      make: ({ first, newId }) => ({ type: "speech.request", speechId: newId(), roomId: first }),
      allowed: ["asker", "neighbour", "finance", "commerce"],
    },
    {
      variant: "plenary",
      make: ({ plenary, newId }) => ({ type: "speech.request", speechId: newId(), roomId: plenary }),
      allowed: [...counties, ...answering],
    },
  ],
  "speech.withdraw": [
    {
      variant: "of somebody in the room of the leader",
      make: ({ ledSpeech }) => ({ type: "speech.withdraw", speechId: ledSpeech }),
      allowed: [...staff, "leader", "stranger"],
    },
    {
      variant: "of somebody in another room",
      make: ({ speech }) => ({ type: "speech.withdraw", speechId: speech }),
      allowed: [...staff, "asker"],
    },
  ],
  "speech.requeue": [
    ...ofSpeeches((speechId) => ({ type: "speech.requeue", speechId }) as const),
    {
      variant: "withdrawn before",
      make: ({ withdrawnSpeech }) => ({ type: "speech.requeue", speechId: withdrawnSpeech }),
      allowed: [...staff, "asker"],
    },
  ],
  "speech.add": inRooms((roomId, { newId }) => ({
    type: "speech.add",
    speechId: newId(),
    roomId,
    personId: newId(),
  })),
  "speech.fill": inRooms((roomId, { newId }) => ({ type: "speech.fill", roomId, speechIds: [newId()] })),
  "speech.order": inRooms((roomId, { newId }) => ({ type: "speech.order", roomId, speechIds: [newId()] })),
  "speech.budget": inRooms((roomId) => ({ type: "speech.budget", roomId, per: "unit", budgetMs: null })),
  "speech.start": plain("speech.start"),
  "speech.pause": plain("speech.pause"),
  "speech.resume": plain("speech.resume"),
  "speech.extend": ofSpeeches((speechId) => ({ type: "speech.extend", speechId, byMs: 60_000 })),
  "speech.end": plain("speech.end"),
  "speech.note": ofSpeeches((speechId) => ({ type: "speech.note", speechId, gist: "要点" })),
  "point.add": ofSpeeches((speechId, { newId }) => ({
    type: "point.add",
    pointId: newId(),
    speechId,
    text: "先建后招",
    tag: null,
  })),
  "point.edit": ofPoints((pointId) => ({ type: "point.edit", pointId, text: "先建后招", tag: "policy" })),
  "point.remove": ofPoints((pointId) => ({ type: "point.remove", pointId, on: false })),
  "point.want": [
    {
      variant: "point of another unit or the own",
      make: ({ point }) => ({ type: "point.want", pointId: point, on: true }),
      allowed: [...counties, ...answering],
    },
  ],
} satisfies CommandRows;
