import { Button, Menu } from "@mantine/core";
import { DOCUMENTS } from "../../../../shared/documents/documents.ts";
import type { DocumentName } from "../../../../shared/protocol/document-names.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import type { Exporting } from "../../exports/use-export.ts";
import styles from "./preview-screen.module.css";

interface Props {
  readonly name: DocumentName;
  readonly exporting: Exporting;
}

/** The document that is looked at, to be taken in one of its formats. */
export function PreviewExport({ name, exporting: { state, take } }: Props) {
  const { documents, preview: words } = useAllMessages();
  const isMaking = state.status === "making";
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <Button size="compact-md" loading={isMaking}>
          {words.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.formats}>
        {DOCUMENTS[name].formats.map((format) => (
          <Menu.Item key={format} onClick={() => void take({ fileName: `${name}.${format}` })}>
            {documents.formats[format]}
            <span className={styles.formatHint}>{documents.formatHints[format]}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
