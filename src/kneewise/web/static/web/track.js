// The beat as a sound file in a media element, for a locked screen: the system lets such an element go on,
// and gives it keys of its own. The file is made by the server; whole minutes of it loop without a seam.
"use strict";

export const makeTrack = (address, words, { step, started, stopped }) => {
  const player = new Audio();
  player.preload = "none";

  const source = (spm, stress, follows) => {
    const asked = new URLSearchParams({ spm, ...(stress ? { stress: 1 } : {}), ...(follows ? { inline: 1 } : { loop: 1 }) });
    return `${address}?${asked}`;
  };

  const tell = (spm) => {
    if (!("mediaSession" in navigator)) return;
    const session = navigator.mediaSession;
    session.metadata = new MediaMetadata({ title: `${spm} ${words.unit}`, artist: "Kneewise" });
    session.setActionHandler("play", started);
    session.setActionHandler("pause", stopped);
    session.setActionHandler("previoustrack", () => step(-1));
    session.setActionHandler("nexttrack", () => step(1));
  };

  player.addEventListener("ended", () => stopped());

  const start = async (spm, stress, follows, at = 0) => {
    player.loop = !follows;
    player.src = source(spm, stress, follows);
    player.currentTime = at;
    tell(spm);
    // Another tempo, or a stop, may come before the file does.
    await player.play().catch((why) => {
      if (why.name !== "AbortError") throw why;
    });
  };

  const stop = () => player.pause();

  return { start, stop, now: () => player.currentTime, isOn: () => !player.paused };
};
