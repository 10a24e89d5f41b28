/** What everybody tries first, bare or with digits and marks before and behind; twice in a row as well. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  ..."abc admin administrator changeme default guest hello iloveyou letmein login manager master mima".split(
    " ",
  ),
  ..."huiwu organiser organizer pass passw passwd password root secret server system test user".split(" "),
  ..."welcome woaini yantao yantaohui zhongguo qwerty qwertyuiop".split(" "),
]);

/** What is typed by going along: rows and columns of the keyboard, counting, the alphabet; backwards as well. */
const ROWS: readonly string[] = [
  "01234567890",
  "!@#$%^&*()",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "!qaz@wsx#edc$rfv%tgb^yhn&ujm*ik(ol)p",
].flatMap((row) => [row, [...row].reverse().join("")]);

const RUN_MIN_CHARS = 3;
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  "@": "a",
  "0": "o",
  "1": "l",
  "3": "e",
  $: "s",
  "5": "s",
};

/** Why the organiser's password is too easy to guess; null where it will do. */
export function passwordWeakness(password: string): string | null {
  const typed = password.normalize("NFKC").toLowerCase();
  const chars = [...typed];
  if (chars.length < 8) return "needs at least 8 characters";
  if (/^\d+$/.test(typed) && chars.length < 12) return "digits alone need at least 12 of them";
  if (new Set(chars).size < 4) return "repeats too few characters";
  if (isAlongTheKeys(chars)) return "is a row of the keyboard or counts up";
  if (isWellKnown(typed)) return "is one of those everybody tries first";
  return null;
}

/** Whether fewer than three characters stand outside of runs. */
function isAlongTheKeys(chars: readonly string[]): boolean {
  let outside = 0;
  for (let at = 0; at < chars.length; ) {
    const run = runLength(chars, at);
    if (run < RUN_MIN_CHARS) outside += 1;
    at += run < RUN_MIN_CHARS ? 1 : run;
  }
  return outside < RUN_MIN_CHARS;
}

/** Length of the longest run that begins at `at`. */
function runLength(chars: readonly string[], at: number): number {
  let length = 1;
  while (at + length < chars.length) {
    const run = chars.slice(at, at + length + 1).join("");
    if (!ROWS.some((row) => row.includes(run))) break;
    length += 1;
  }
  return length;
}

function isWellKnown(typed: string): boolean {
  const letters = [...typed].map((char) => LOOKS_LIKE[char] ?? char).join("");
  return [typed, letters].some((text) => {
    const core = text.replace(/^[^a-z]+|[^a-z]+$/g, "");
    const half = core.slice(0, core.length / 2);
    return WELL_KNOWN.has(core) || (half + half === core && WELL_KNOWN.has(half));
  });
}
