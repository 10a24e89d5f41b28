const TONE_SECONDS = 0.18;

/** Heard at the own laptop and not in the hall. */
export const DESK_LOUDNESS = 0.05;
/** For the hall, through whatever the projector's machine has: some 16 dB over a laptop's, and far from the loudest, at which small speakers rattle. */
export const HALL_LOUDNESS = 0.3;

export interface Chime {
  /** One after the other. */
  readonly tonesHz: readonly number[];
  /** 1 is as loud as the machine goes. */
  readonly loudness: number;
}

/** Short tones, made here because nothing is fetched; a browser that forbids sound stays silent. */
export function play({ tonesHz, loudness }: Chime): void {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = loudness;
  gain.connect(context.destination);
  for (const [index, frequency] of tonesHz.entries()) {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain);
    tone.start(context.currentTime + index * TONE_SECONDS);
    tone.stop(context.currentTime + (index + 1) * TONE_SECONDS);
    if (index === tonesHz.length - 1) tone.onended = () => void context.close();
  }
}
