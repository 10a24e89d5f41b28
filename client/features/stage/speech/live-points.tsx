import type { PointView } from "../../../../shared/domain/speaking/views.ts";
import { useMessages } from "../../../ui/language.tsx";
import classes from "../stage.module.css";
import { newestThatFit } from "./newest-points.ts";

/** What was noted of a speech that goes on, as soon as it is noted; numbered, so that it is seen what came before. */
export function LivePoints({ points }: { points: readonly PointView[] }) {
  const { speaking: words } = useMessages();
  const shown = newestThatFit(points);
  if (shown.length === 0) return null;
  return (
    <ol className={classes.points} aria-label={words.point.list} start={points.length - shown.length + 1}>
      {shown.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ol>
  );
}
