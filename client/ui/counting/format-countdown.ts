/** From here on it is told by colour and sound that the time is short. */
export const SHORT_MS = 60_000;

/** `4:59`, `1:02:03` for what is left or over, in whole seconds; the sign is the caller's. */
export function formatCountdown(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const twoDigits = (count: number) => `${count}`.padStart(2, "0");
  const end = twoDigits(seconds % 60);
  return hours === 0 ? `${minutes}:${end}` : `${hours}:${twoDigits(minutes)}:${end}`;
}
