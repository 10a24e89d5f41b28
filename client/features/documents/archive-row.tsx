import { useAllMessages } from "../../ui/language.tsx";
import type { TokenHolder } from "../organiser-frame/organiser-gate.tsx";
import { FileRow } from "./document-row.tsx";
import classes from "./documents-step.module.css";

interface Props {
  readonly sessionId: string;
  readonly signedIn: TokenHolder;
}

/** Everything of the session in one file, to be kept. */
export function ArchiveRow({ sessionId, signedIn }: Props) {
  const { archive } = useAllMessages().documents;
  return (
    <FileRow
      label={archive.name}
      hint={
        <>
          {archive.explain} <code className={classes.command}>{archive.check}</code>
        </>
      }
      offers={[
        {
          wanted: { fileName: "archive.zip" },
          label: archive.format,
          hint: archive.name,
          name: archive.name,
        },
      ]}
      isMain={false}
      sessionId={sessionId}
      signedIn={signedIn}
    />
  );
}
