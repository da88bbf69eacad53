// What is heard: short tones, low on the way down and high on the way up.
const TONES = {
  down: [330, 0.14],
  still: [494, 0.08],
  up: [660, 0.14],
  tick: [1320, 0.03],
  end: [880, 0.4],
};
const LOUD = 0.25;

let context = null;

// A browser lets a page sound only after somebody touched it.
export function open() {
  context ??= window.AudioContext ? new AudioContext() : null;
  context?.resume();
}

export function play(name) {
  if (!context) return;
  const [pitch, length] = TONES[name];
  const now = context.currentTime;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(LOUD, now);
  volume.gain.exponentialRampToValueAtTime(0.001, now + length);
  tone.connect(volume).connect(context.destination);
  tone.start(now);
  tone.stop(now + length);
}
