import type { KeyboardEvent } from "react";
import type { NotesVersionView } from "../../../../shared/protocol/notes-versions.ts";
import { useLanguage, useMessages } from "../../../ui/language.tsx";
import { Tag, type TagTone } from "../../../ui/tag.tsx";
import { useWriterNames } from "./use-writer-names.ts";
import { versionTime } from "./version-time.ts";
import styles from "./versions.module.css";

const TONES: Record<NotesVersionView["occasion"], TagTone> = {
  pause: "plain",
  deletion: "waiting",
  closed: "plain",
  saved: "done",
  replaced: "plain",
  restored: "unit",
};

interface Props {
  readonly versions: readonly NotesVersionView[];
  readonly chosenId: string | null;
  readonly nowMs: number;
  readonly onChoose: (versionId: string) => void;
}

/** Versions by time, newest first; the arrow keys go from one to the next. */
export function VersionList({ versions, chosenId, nowMs, onChoose }: Props) {
  const { versions: words } = useMessages().notes;
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    <ul className={styles.list} aria-label={words.list} onKeyDown={move}>
      {versions.map((version) => (
        <li key={version.versionId}>
          <button
            type="button"
            className={styles.version}
            aria-current={version.versionId === chosenId}
            onClick={() => onChoose(version.versionId)}
          >
            <VersionHead version={version} nowMs={nowMs} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** When and why a version was kept, who wrote, and what was deleted afterwards. */
export function VersionHead({ version, nowMs }: { version: NotesVersionView; nowMs: number }) {
  const { common, notes } = useMessages();
  const { versions: words } = notes;
  const [language] = useLanguage();
  const nameOf = useWriterNames();
  const { at, occasion, name, by, chars, deletedChars, ofVersionAt } = version;
  // Whoever put a version back is named for that.
  const authors =
    occasion === "restored" ? version.authors.filter((author) => author !== by) : version.authors;
  return (
    <>
      <span className={styles.versionLine}>
        <b>{versionTime(at, nowMs, language)}</b>
        <Tag tone={TONES[occasion]}>{words.occasion[occasion]}</Tag>
        <span className={styles.mute}>{words.chars(chars)}</span>
      </span>
      {name !== null && <span className={styles.name}>{words.named(name)}</span>}
      {deletedChars !== null && by !== null && (
        <span className={styles.deleted}>{words.deleted(deletedChars, nameOf(by))}</span>
      )}
      {authors.length > 0 && (
        <span className={styles.mute}>{words.authors(authors.map(nameOf).join(common.listSeparator))}</span>
      )}
      {deletedChars === null && by !== null && <span className={styles.mute}>{words.by(nameOf(by))}</span>}
      {ofVersionAt !== null && (
        <span className={styles.mute}>{words.ofVersion(versionTime(ofVersionAt, nowMs, language))}</span>
      )}
    </>
  );
}
