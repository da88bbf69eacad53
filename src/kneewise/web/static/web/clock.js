// Plays a plan: steps are put on the audio clock well ahead, and a slow timer only tops that up.
// A page that is hidden, or busy, has its timers held back for seconds; what is on the clock is heard all the same.
"use strict";

import { hits, retune } from "./beat.js";
import { makeSounds, place } from "./clicks.js";

const AHEAD_S = 12;
const TOP_UP_MS = 1000;
const LEAD_S = 0.15;
const SOON_S = 0.02;

export const makeClock = (stopped) => {
  let audio = null;
  let out = null;
  let sounds = null;
  let timer = 0;
  let zero = 0;
  let reached = 0;
  let waiting = [];
  let plan = [];
  let spm = 0;
  let stressEach = 0;
  let missed = 0;

  const now = () => (audio ? audio.currentTime - zero : 0);

  const end = () => (plan.length ? plan[plan.length - 1].to : 0);

  const topUp = () => {
    clearTimeout(timer);
    if (now() > end() + 1) {
      stop();
      stopped();
      return;
    }
    waiting = waiting.filter((hit) => hit.at > now() - 1);
    const until = now() + AHEAD_S;
    const from = Math.max(reached, now());
    missed += hits(plan, spm, reached, from).length;
    waiting.push(...place(audio, out, sounds, hits(plan, spm, from, until, stressEach), zero));
    reached = until;
    timer = setTimeout(topUp, TOP_UP_MS);
  };

  const takeBack = () => {
    const from = now() + SOON_S;
    for (const hit of waiting.filter((one) => one.at >= from)) hit.source.stop();
    waiting = waiting.filter((one) => one.at < from);
    reached = from;
  };

  const start = async (newPlan, newSpm, newStress, isHeard) => {
    audio ??= new AudioContext({ latencyHint: "playback" });
    sounds ??= makeSounds(audio);
    await audio.resume();
    out = audio.createGain();
    out.connect(audio.destination);
    hear(isHeard);
    [plan, spm, stressEach] = [newPlan, newSpm, newStress];
    zero = audio.currentTime + LEAD_S;
    reached = 0;
    missed = 0;
    waiting = [];
    topUp();
  };

  const stop = () => {
    clearTimeout(timer);
    for (const hit of waiting) hit.source.stop();
    waiting = [];
    plan = [];
    out?.disconnect();
    out = null;
    audio?.suspend();
  };

  const hear = (isHeard) => {
    if (out) out.gain.value = isHeard ? 1 : 0;
  };

  const setTempo = (newSpm) => {
    takeBack();
    plan = retune(plan, spm, newSpm, now());
    spm = newSpm;
    topUp();
  };

  const setStress = (each) => {
    takeBack();
    stressEach = each;
    topUp();
  };

  const heardBetween = (from, to) => waiting.filter((hit) => hit.at >= from && hit.at < to);

  return {
    start, stop, hear, setTempo, setStress, heardBetween, now,
    isOn: () => out !== null,
    // Steps that were due before they could be put on the clock: the page slept for longer than is planned ahead.
    missed: () => missed,
    plan: () => plan,
  };
};
