const TONE_SECONDS = 0.18;

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
