import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { TiptapEditorHTMLElement } from "@tiptap/core";
import { useId, useRef, useState } from "react";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import { useUndoNotice } from "../../ui/undo.tsx";
import type { AsideText, AsideTexts } from "./aside-texts.ts";
import type { NotesConnection } from "./notes-connection.ts";
import { useAsideTexts } from "./use-aside-texts.ts";

interface Props {
  readonly asides: AsideTexts;
  readonly connection: NotesConnection;
  readonly loaded: boolean;
  readonly editable: boolean;
}

/** Says that this machine alone has words that are in no notes, and offers them. */
export function AsideNotice({ asides, connection, loaded, editable }: Props) {
  const { aside: words } = useMessages().notes;
  const { texts, remove, putBack } = useAsideTexts(asides, connection, loaded);
  const [isOpen, setOpen] = useState(false);
  const undoNotice = useUndoNotice();
  if (texts.length === 0) return null;
  const drop = (aside: AsideText) => {
    remove(aside);
    undoNotice(words.dropped, () => putBack(aside));
  };
  return (
    <>
      <Group className="notes-notice" role="status" justify="space-between">
        <span>{words.notice(texts.length)}</span>
        <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      </Group>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={words.title} size={640}>
        <Stack gap="md">
          <p>{words.explain}</p>
          {texts.map((aside) => (
            <KeptText
              key={aside.id}
              aside={aside}
              editable={editable}
              onInserted={() => remove(aside)}
              onDrop={() => drop(aside)}
            />
          ))}
        </Stack>
      </Modal>
    </>
  );
}

interface KeptTextProps {
  readonly aside: AsideText;
  readonly editable: boolean;
  readonly onInserted: () => void;
  readonly onDrop: () => void;
}

function KeptText({ aside, editable, onInserted, onDrop }: KeptTextProps) {
  const { aside: words } = useMessages().notes;
  const [language] = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const [hint, setHint] = useState("");
  const copy = () => {
    field.current?.select();
    // The clipboard of today's browsers is not there on plain http.
    setHint(document.execCommand("copy") ? words.copied : words.copyByHand);
  };
  const insert = () => {
    if (!putAtEnd(aside.text)) return;
    notifications.show({ message: words.inserted });
    onInserted();
  };
  return (
    <Stack gap={6}>
      <Textarea
        ref={field}
        readOnly
        autosize
        minRows={3}
        maxRows={12}
        label={`${words.textLabel} · ${words.keptAt(formatDateTime(aside.at, language))}`}
        value={aside.text}
        aria-describedby={hintId}
      />
      <Group gap="xs">
        <Button variant="default" size="compact-md" onClick={copy}>
          {words.copy}
        </Button>
        {editable && (
          <Button variant="default" size="compact-md" onClick={singlePress(insert)}>
            {words.insert}
          </Button>
        )}
        <Button variant="subtle" size="compact-md" onClick={singlePress(onDrop)}>
          {words.drop}
        </Button>
        <span id={hintId} role="status">
          {hint}
        </span>
      </Group>
    </Stack>
  );
}

/** As if its author had typed it there, so that it can be undone like typing. */
function putAtEnd(text: string): boolean {
  const editor = document.querySelector<TiptapEditorHTMLElement>(".notes .ProseMirror")?.editor;
  if (editor === undefined || !editor.isEditable) return false;
  const lines = text.split("\n").map((line) => ({
    type: "line",
    content: [{ type: "text", text: line }],
  }));
  return editor.chain().insertContentAt(editor.state.doc.content.size, lines).run();
}
