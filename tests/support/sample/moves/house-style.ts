import { type Moves, ORGANISER } from "./scene.ts";

/** The look of documents, changed and taken back. */
export const houseStyle: Moves = ({ random, text }) => [
  () => ({
    actor: ORGANISER,
    command: {
      type: "document.style",
      style: random.pick([null, { redHead: { sign: text("sign") } }, { body: { sizePt: 15 } }]),
    },
  }),
];
