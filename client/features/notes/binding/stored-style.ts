import { type Carrier, setAttributeOf } from "../../../../shared/notes/flow.ts";
import { type LineStyle, storedStyle } from "../../../../shared/notes/line-style.ts";
import type { Writer } from "./writer.ts";

/** A carrier that says nothing of its style has one by where it stands, so a plain one has to be said as well. */
export function setCarrierStyle(writer: Writer, carrier: Carrier, style: LineStyle): void {
  writer.tracked(() => {
    for (const [name, value] of Object.entries(storedStyle(style))) {
      const said = name === "kind" ? style.kind : value;
      if ((carrier.getAttribute(name) ?? null) !== said) setAttributeOf(carrier, name, said);
    }
  });
}

/** Without what is null: as attributes of a text that is put in. */
export function presentIn(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== null));
}
