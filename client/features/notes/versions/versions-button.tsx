import { Button, Drawer } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { VersionsPanel } from "./versions-panel.tsx";

/** As wide as it is, it would lie under the notices, which stand in the bar. */
const BELOW_BAR = { marginTop: "var(--top-bar-height)", height: "calc(100dvh - var(--top-bar-height))" };

/** 历史版本, for whoever may see them: opens beside the notes, which stay as they are. */
export function VersionsButton({ roomId }: { roomId: string }) {
  const { versions: words } = useMessages().notes;
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  if (!can({ type: "notes.versions", roomId })) return null;
  return (
    <>
      <Button ml="auto" variant="default" size="compact-md" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size={960}
        title={words.open}
        styles={{ content: BELOW_BAR }}
      >
        <VersionsPanel roomId={roomId} />
      </Drawer>
    </>
  );
}
