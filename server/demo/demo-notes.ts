import * as Y from "yjs";
import { NOTES_FRAGMENT } from "../../shared/protocol/notes.ts";
import type { GroupNotes } from "./group-notes.ts";

export interface DemoNotesUpdate {
  readonly clientId: number;
  readonly bytes: Uint8Array;
}

/** A group's notes as the editor would have written them, in one Yjs update. */
export function demoNotes({ title, points, tasks }: GroupNotes): DemoNotesUpdate {
  const document = new Y.Doc();
  document.getXmlFragment(NOTES_FRAGMENT).insert(0, [
    element("heading", [new Y.XmlText(title)], { level: 2 }),
    element(
      "bulletList",
      points.map((point) => element("listItem", [paragraph(point)])),
    ),
    element("heading", [new Y.XmlText("下一步")], { level: 3 }),
    element(
      "taskList",
      tasks.map((task) => element("taskItem", [paragraph(task)], { checked: false })),
    ),
  ]);
  return { clientId: document.clientID, bytes: Y.encodeStateAsUpdate(document) };
}

type Attributes = Readonly<Record<string, number | boolean>>;
type NotesElement = Y.XmlElement<Record<string, number | boolean>>;

function element(
  name: string,
  children: (Y.XmlElement | Y.XmlText)[],
  attributes: Attributes = {},
): Y.XmlElement {
  const made: NotesElement = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, children);
  return made as unknown as Y.XmlElement;
}

function paragraph(text: string): Y.XmlElement {
  return element("paragraph", [new Y.XmlText(text)]);
}
