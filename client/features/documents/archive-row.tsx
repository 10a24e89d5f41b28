import { Button } from "@mantine/core";
import { useAllMessages } from "../../ui/language.tsx";
import { errorText } from "../../ui/states/error-state.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { useDownload } from "../organiser-frame/use-download.ts";
import classes from "./documents-step.module.css";

interface Props {
  /** The address its file is under. */
  readonly folder: string;
  readonly signedIn: SignedIn;
}

/** Everything of the session in one file, to be kept. */
export function ArchiveRow({ folder, signedIn }: Props) {
  const messages = useAllMessages();
  const words = messages.organiser.documents;
  const { archive } = messages.documents;
  const [state, download] = useDownload(signedIn);
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.label}>{archive.name}</p>
        <p className={classes.hint}>
          {archive.explain} <code className={classes.command}>{archive.check}</code>
        </p>
      </div>
      <div className={classes.formats}>
        <Button
          variant="default"
          onClick={() => download(`${folder}/archive.zip`)}
          loading={state.status === "preparing"}
          aria-label={words.downloadOf(archive.name)}
        >
          {state.status === "failed" ? messages.common.tryAgain : archive.format}
        </Button>
      </div>
      <div className={classes.state} role="status">
        {state.status === "preparing" && words.preparing}
        {state.status === "done" && <p>{words.done(state.fileName)}</p>}
        {state.status === "failed" && (
          <p className={classes.failed}>{words.failed(errorText(state.error, messages))}</p>
        )}
      </div>
    </li>
  );
}
