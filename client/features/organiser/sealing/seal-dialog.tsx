import { Button, Group, Modal } from "@mantine/core";
import { useEffect, useRef } from "react";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { SubmitForm } from "../../../ui/forms/submit-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { SealOutlookList } from "./seal-outlook-list.tsx";
import { SealProgress } from "./seal-progress.tsx";
import type { Sealing, SealWork } from "./use-sealing.ts";

interface Props {
  readonly isOpen: boolean;
  readonly work: SealWork;
  readonly onClose: () => void;
}

/** Confirmed once, then to be watched: it stays until it is done, and goes on where it stopped. */
export function SealDialog({ isOpen, work, onClose }: Props) {
  const words = useAllMessages().organiser.seal;
  const { sealing } = work;
  const isRunning = sealing.status === "running";
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size={600}
      title={titleOf(sealing, words)}
      withCloseButton={!isRunning}
      closeOnEscape={!isRunning}
      closeOnClickOutside={false}
    >
      {sealing.status === "asking" ? <SealOutlookList /> : <SealProgress sealing={sealing} />}
      <Acts work={work} onClose={onClose} />
    </Modal>
  );
}

function titleOf(
  { status }: Sealing,
  { confirmTitle, work }: ReturnType<typeof useAllMessages>["organiser"]["seal"],
) {
  switch (status) {
    case "asking":
      return confirmTitle;
    case "running":
      return work.title;
    case "stopped":
      return work.titleStopped;
    case "done":
      return work.titleDone;
  }
}

/** The buttons of each state; the one that is meant has the focus, so that it is never lost with those of the state before. */
function Acts({ work, onClose }: Omit<Props, "isOpen">) {
  const { common, organiser } = useAllMessages();
  const words = organiser.seal;
  const { sealing, file, run, takeBack } = work;
  const { status } = sealing;
  const acts = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the buttons are others with each state
  useEffect(() => {
    acts.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, [status]);
  return (
    <SubmitForm
      onSubmit={() => {
        if (status === "asking" || status === "stopped") run();
      }}
    >
      <Group ref={acts} justify="flex-end" mt="lg">
        {status === "asking" && (
          <>
            <Button variant="default" onClick={onClose} data-autofocus>
              {words.cancel}
            </Button>
            <Button color="flag" onClick={singlePress(run)}>
              {words.confirm}
            </Button>
          </>
        )}
        {status === "running" && (
          // Not `disabled`: the focus waits here meanwhile.
          <Button
            variant="default"
            aria-disabled={takeBack === null}
            data-disabled={takeBack === null}
            data-autofocus
            onClick={singlePress(() => takeBack?.())}
          >
            {words.cancel}
          </Button>
        )}
        {(status === "stopped" || status === "done") && (
          <Button variant="default" onClick={onClose} {...(status === "done" && { "data-autofocus": true })}>
            {common.close}
          </Button>
        )}
        {status === "stopped" && (
          <Button onClick={singlePress(run)} data-autofocus>
            {words.work.goOn}
          </Button>
        )}
        {status === "done" && file !== null && (
          <Button onClick={() => saveFile(file.blob, file.fileName)}>{words.work.download}</Button>
        )}
      </Group>
    </SubmitForm>
  );
}
