import { Button } from "@mantine/core";
import type { OutlineEdit } from "../../../../shared/documents/outline.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { excerpt } from "../../../ui/text/excerpt.ts";
import type { Wordings } from "../preview/use-wordings.ts";
import styles from "./setup-panel.module.css";

const NAME_MAX_CHARS = 30;
const EXCERPT_MAX_CHARS = 60;
/** What asks for a decision first. */
const RANKS = { changed: 0, gone: 1, applied: 2 } as const;

interface Props {
  readonly edits: readonly OutlineEdit[];
  readonly wordings: Wordings;
  readonly onGoTo: (key: string) => void;
  readonly isReadOnly: boolean;
}

/** Every wording of a document; where its place has changed, all texts, and the choice between them. */
export function EditList({ edits, wordings, onGoTo, isReadOnly }: Props) {
  const words = useAllMessages().documentSetup.edits;
  // What was taken back a moment ago is still in the pages, and no longer here.
  const there = edits.filter(({ key }) => wordings.known.has(key));
  if (there.length === 0) return <p className={styles.hint}>{words.none}</p>;
  return (
    <ul className={styles.list}>
      {[...there]
        .sort((one, other) => RANKS[one.state] - RANKS[other.state])
        .map((edit) => (
          <EditEntry key={edit.key} edit={edit} wordings={wordings} onGoTo={onGoTo} isReadOnly={isReadOnly} />
        ))}
    </ul>
  );
}

function EditEntry({
  edit,
  wordings,
  onGoTo,
  isReadOnly,
}: Omit<Props, "edits"> & { readonly edit: OutlineEdit }) {
  const words = useAllMessages().documentSetup.edits;
  const { key, source, text, state, now } = edit;
  const shown = text === "" ? words.leftOut(source) : text;
  const name = excerpt(text === "" ? source : text, NAME_MAX_CHARS);
  const word = (next: { readonly source: string; readonly text: string | null }) =>
    void wordings.word({ key, was: wordings.known.get(key)?.text ?? null, ...next });
  const restore = () => word({ source, text: null });
  return (
    <li className={styles.entry}>
      <div className={styles.text}>
        {state !== "applied" && <Tag tone="waiting">{words.states[state]}</Tag>}
        {state === "changed" ? (
          <dl className={styles.texts}>
            <dt>{words.was}</dt>
            <dd>{source}</dd>
            <dt>{words.now}</dt>
            <dd>{now}</dd>
            <dt>{words.own}</dt>
            <dd>{shown}</dd>
          </dl>
        ) : (
          <p>{state === "gone" ? shown : excerpt(shown, EXCERPT_MAX_CHARS)}</p>
        )}
      </div>
      <span className={styles.acts}>
        {state !== "gone" && text !== "" && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.findOf(name)}
            onClick={singlePress(() => onGoTo(key))}
          >
            {words.find}
          </Button>
        )}
        {!isReadOnly && state === "changed" && (
          <Button size="compact-sm" onClick={singlePress(() => word({ source: now ?? source, text }))}>
            {words.keep}
          </Button>
        )}
        {!isReadOnly && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={state === "applied" ? words.restoreOf(name) : undefined}
            onClick={singlePress(restore)}
          >
            {state === "changed" ? words.take : state === "gone" ? words.forget : words.restore}
          </Button>
        )}
      </span>
    </li>
  );
}
