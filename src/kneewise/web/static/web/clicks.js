// The sounds of the metronome, and how they are put on the clock of the sound card.
"use strict";

const NOTES = {
  beat: [[1200, 0.03, 0.8]],
  stress: [[1800, 0.03, 1]],
  to_run: [[700, 0.2, 0.7], [1050, 0.35, 0.7]],
  to_walk: [[1050, 0.2, 0.7], [700, 0.35, 0.7]],
  end: [[440, 0.9, 0.8]],
};
const LOUD = 0.7;

// Each tone begins at its loudest, so that its first sample is the step.
export const makeSounds = (audio) =>
  Object.fromEntries(
    Object.entries(NOTES).map(([name, tones]) => {
      const lengths = tones.map(([, lasts]) => Math.round(lasts * audio.sampleRate));
      const buffer = audio.createBuffer(1, lengths.reduce((sum, one) => sum + one, 0), audio.sampleRate);
      const wave = buffer.getChannelData(0);
      let at = 0;
      tones.forEach(([hertz, lasts, loud], tone) => {
        for (let sample = 0; sample < lengths[tone]; sample += 1, at += 1) {
          const time = sample / audio.sampleRate;
          wave[at] = LOUD * loud * Math.cos(2 * Math.PI * hertz * time) * Math.exp((-5 * time) / lasts);
        }
      });
      return [name, buffer];
    }),
  );

export const place = (audio, out, sounds, heard, zero) =>
  heard.map((hit) => {
    const source = audio.createBufferSource();
    source.buffer = sounds[hit.kind];
    source.connect(out);
    source.start(zero + hit.at);
    return { ...hit, source };
  });
