import { ActionIcon, Button, Chip, Group } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import type { PointView } from "../../../shared/domain/speaking/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useCan, useMe, useOutbox } from "../../sync/hooks.ts";
import { isRefused } from "../../sync/outbox.ts";
import { LimitedTextarea } from "../../ui/forms/limited-text.tsx";
import { checkText } from "../../ui/forms/text-problem.ts";
import { isComposing } from "../../ui/forms/use-submit-key.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import styles from "./floor.module.css";
import { POINT_TAGS } from "./point-tags.ts";
import type { PointTag, SpeakingActs } from "./use-speaking-acts.ts";

interface Props {
  readonly points: readonly PointView[];
  readonly acts: SpeakingActs;
  /** Whether the viewer may correct them. */
  readonly isRunner?: boolean;
  /** Whether each says whose it is, where they stand for themselves. */
  readonly hasOwner?: boolean;
}

/** 经验要点: what was done well, who wants to learn it, and for other units the button that says so. */
export function PointList({ points, acts, isRunner = false, hasOwner = false }: Props) {
  const words = useMessages().speaking.point;
  if (points.length === 0) return null;
  return (
    <ul className={styles.points} aria-label={words.list}>
      {points.map((point) => (
        <Point key={point.id} point={point} acts={acts} isRunner={isRunner} hasOwner={hasOwner} />
      ))}
    </ul>
  );
}

interface PointProps {
  readonly point: PointView;
  readonly acts: SpeakingActs;
  readonly isRunner: boolean;
  readonly hasOwner: boolean;
}

function Point({ point, acts, isRunner, hasOwner }: PointProps) {
  const words = useMessages().speaking.point;
  const [isEdited, setEdited] = useState(false);
  if (isEdited) return <EditedPoint point={point} acts={acts} onClose={() => setEdited(false)} />;
  return (
    <li className={styles.point}>
      <div className={styles.pointText}>
        {point.text} {point.tag !== null && <PointTagMark tag={point.tag} />}
        {hasOwner && <p className={styles.hint}>{words.of(point.owner.unit)}</p>}
        <Wanted point={point} acts={acts} />
      </div>
      {isRunner && (
        <span className={styles.acts}>
          <Button
            size="compact-sm"
            variant="subtle"
            color="dark"
            aria-label={words.editOf(point.text)}
            onClick={() => setEdited(true)}
          >
            {words.edit}
          </Button>
          <ActionIcon
            variant="subtle"
            size="sm"
            color="dark"
            title={words.remove}
            aria-label={words.removeOf(point.text)}
            onClick={() => acts.removePoint(point)}
          >
            ×
          </ActionIcon>
        </span>
      )}
    </li>
  );
}

function PointTagMark({ tag }: { tag: (typeof POINT_TAGS)[number] }) {
  const words = useMessages().speaking.point;
  return <Tag tone={tag === "replicable" ? "done" : "waiting"}>{words.tags[tag]}</Tag>;
}

/** Which units want to learn it, and the own unit's voice. */
function Wanted({ point, acts }: Pick<PointProps, "point" | "acts">) {
  const { speaking, common } = useMessages();
  const words = speaking.point;
  const me = useMe();
  const outbox = useOutbox();
  const may = useCan()({ type: "point.want" }) && me !== undefined && me.unit !== point.owner.unit;
  const isKnown = me !== undefined && point.wantedBy.includes(me.unit);
  const wish = outbox.findLast(
    ({ command, ...entry }) =>
      command.type === "point.want" && command.pointId === point.pointId && !isRefused({ command, ...entry }),
  )?.command;
  const isOn = wish?.type === "point.want" ? wish.on : isKnown;
  const count = point.wantedBy.length + (isOn === isKnown ? 0 : isOn ? 1 : -1);
  return (
    <p className={styles.wanted}>
      {may && (
        <Button
          size="compact-sm"
          variant={isOn ? "light" : "default"}
          aria-pressed={isOn}
          aria-label={words.wantOf(point.text)}
          onClick={() => acts.want(point, !isOn)}
        >
          {isOn ? words.wanted : words.want}
        </Button>
      )}
      {count > 0 && (
        <span className={styles.hint} title={point.wantedBy.join(common.listSeparator)}>
          {words.units(count)}
        </span>
      )}
    </p>
  );
}

function EditedPoint({ point, acts, onClose }: Pick<PointProps, "point" | "acts"> & { onClose: () => void }) {
  const { speaking, common } = useMessages();
  const words = speaking.point;
  const [text, setText] = useState(point.text);
  const [tag, setTag] = useState<PointTag>(point.tag);
  const save = () => {
    const checked = checkText(text, LIMITS.pointMaxChars);
    if (!checked.ok) return;
    acts.editPoint(point, checked.text, tag);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      save();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <li className={styles.edited}>
      <LimitedTextarea
        aria-label={words.editOf(point.text)}
        autosize
        autoFocus
        maxChars={LIMITS.pointMaxChars}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Group justify="space-between">
        <Group gap="xs">
          {POINT_TAGS.map((one) => (
            <Chip key={one} size="xs" checked={tag === one} onChange={(on) => setTag(on ? one : null)}>
              {words.tags[one]}
            </Chip>
          ))}
        </Group>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button size="compact-sm" onClick={save}>
            {words.save}
          </Button>
        </Group>
      </Group>
    </li>
  );
}
