import { useAllMessages } from "../../../ui/language.tsx";
import classes from "./house-style.module.css";
import { placeName, type StyleFault } from "./style-fault.ts";

/** More are not read at once. */
const SHOWN_MAX = 12;

/** All that is wrong in a style, each with its place in words and as the file names it. */
export function FaultList({ heading, faults }: { heading: string; faults: readonly StyleFault[] }) {
  const words = useAllMessages().houseStyle;
  return (
    <div role="alert" className={classes.faults}>
      <p>{heading}</p>
      <ul>
        {faults.slice(0, SHOWN_MAX).map(({ path, text }) => (
          <li key={`${path} ${text}`}>
            {path === ""
              ? `${words.faults.whole}${words.faults.between}${text}`
              : words.faults.at(placeName(path, words), path, text)}
          </li>
        ))}
        {faults.length > SHOWN_MAX && <li>{words.faults.more(faults.length - SHOWN_MAX)}</li>}
      </ul>
    </div>
  );
}
