import { Select } from "@mantine/core";
import { useAllMessages } from "../../ui/language.tsx";
import { useAssignedUnits } from "./use-assigned-units.ts";

/** In the place of a unit: a file for each. No unit is called so: names have no control characters. */
export const EACH_UNIT = "\u0000";
const ALL = "";

interface Props {
  /** A unit, `EACH_UNIT`, or null for all in one file. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Which 交办单: of all units in one file, of one, or a file for each. */
export function AssignmentsChoice({ value, onChange }: Props) {
  const { exports } = useAllMessages();
  const units = useAssignedUnits();
  if (units.length === 0) return null;
  return (
    <Select
      w={220}
      searchable={units.length > 8}
      aria-label={exports.unit}
      value={value ?? ALL}
      onChange={(chosen) => onChange(chosen === ALL || chosen === null ? null : chosen)}
      data={[
        { value: ALL, label: exports.allUnits },
        { value: EACH_UNIT, label: exports.eachUnit },
        ...units.filter((unit) => unit !== ALL),
      ]}
      allowDeselect={false}
    />
  );
}
