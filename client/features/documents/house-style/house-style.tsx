import { Button, FileButton } from "@mantine/core";
import { useRef, useState } from "react";
import { withChanges } from "../../../../shared/protocol/house-style/house-style-changes.ts";
import { useCan } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { useKeptFocus } from "../../../ui/use-kept-focus.ts";
import { FaultList } from "./fault-list.tsx";
import classes from "./house-style.module.css";
import { readStyleFile, type StyleFault } from "./style-fault.ts";
import { StyleForm } from "./style-form.tsx";
import { useHouseStyle } from "./use-house-style.ts";

interface Refused {
  readonly fileName: string;
  readonly faults: readonly StyleFault[];
}

/** How this session's documents look: as the standard says, or as the organiser has it, in a form or as a file. */
export function HouseStyle({ sessionId }: { sessionId: string }) {
  const words = useAllMessages().houseStyle;
  const [changes, change] = useHouseStyle();
  const mayChange = useCan()({ type: "document.style" });
  const [isEdited, setEdited] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { place, handlers } = useKeptFocus<HTMLElement>(isEdited ? "style" : null);
  const reset = useRef<() => void>(null);
  const count = Object.values(changes).reduce((sum, fields) => sum + Object.keys(fields ?? {}).length, 0);

  const take = async (file: File | null) => {
    reset.current?.();
    if (file === null) return;
    const text = await file.text().catch(() => null);
    const reading =
      text === null
        ? { ok: false as const, faults: [{ path: "", text: words.faults.notRead }] }
        : readStyleFile(text, words);
    setRefused(reading.ok ? null : { fileName: file.name, faults: reading.faults });
    if (reading.ok) await change(reading.style, words.done.taken(file.name));
  };
  const download = () => {
    const text = `${JSON.stringify(withChanges(changes), null, 2)}\n`;
    saveFile(new Blob([text], { type: "application/json" }), words.fileName);
  };

  return (
    <section className={classes.style} aria-label={words.title} ref={place} tabIndex={-1} {...handlers}>
      <h3 className={classes.title}>{words.title}</h3>
      <p className={classes.hint}>{count === 0 ? words.official : words.changed(count)}</p>
      {isEdited && mayChange ? (
        <StyleForm
          sessionId={sessionId}
          changes={changes}
          onSave={(style) => change(style, words.done.saved)}
          onClose={() => setEdited(false)}
        />
      ) : (
        <>
          <div className={classes.acts}>
            {mayChange && (
              <Button variant="default" data-opens="style" data-next onClick={() => setEdited(true)}>
                {words.edit}
              </Button>
            )}
            <Button variant="subtle" onClick={download}>
              {words.download}
            </Button>
            {mayChange && (
              <FileButton resetRef={reset} accept=".json,application/json" onChange={take}>
                {(props) => (
                  <Button {...props} variant="subtle">
                    {words.upload}
                  </Button>
                )}
              </FileButton>
            )}
            {mayChange && count > 0 && (
              <Button variant="subtle" onClick={() => change(null, words.done.restored)}>
                {words.restore}
              </Button>
            )}
          </div>
          {mayChange && <p className={classes.hint}>{words.uploadHint}</p>}
          {refused !== null && (
            <FaultList
              heading={words.faults.heading(refused.fileName, refused.faults.length)}
              faults={refused.faults}
            />
          )}
        </>
      )}
    </section>
  );
}
