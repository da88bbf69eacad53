// The metronome's keys, dial and light. Without this script the form hands out the sound file all the same.
"use strict";

import { endless, partAt, session } from "./beat.js";
import { makeClock } from "./clock.js";
import { makeTrack } from "./track.js";

const STRESS_EACH = 4;
const BUZZ_MS = 25;
// At most every second step lights up: more than three flashes a second are not safe for everybody.
const FLASH_EACH = 2;

const root = document.querySelector("[data-metronome]");
const number = root.querySelector("input[name=spm]");
const read = root.querySelector("[data-spm]");
const hand = root.querySelector(".dial__hand");
const go = root.querySelector("[data-go]");
const told = root.querySelector("[data-told]");
const lamp = root.querySelector("[data-lamp]");
const box = (name) => root.querySelector(`input[name=${name}]`);
const words = root.dataset;
const [low, high] = [Number(words.low), Number(words.high)];
const parts = session(words.session);
const follows = () => parts.length > 0 && box("follow").checked;
const stress = () => (box("stress").checked ? STRESS_EACH : 0);

let spm = Number(number.value);
let seen = 0;
let last = "";

const isOn = () => clock.isOn() || track.isOn();

const show = () => {
  read.textContent = String(spm);
  number.value = String(spm);
  const turn = 240 * Math.min(1, Math.max(0, (spm - low) / (high - low))) - 120;
  hand.setAttribute("transform", `rotate(${turn} 150 150)`);
  go.querySelector("[data-word]").textContent = isOn() ? words.stop : words.start;
  go.querySelector("use").setAttribute("href", isOn() ? "#i-pause" : "#i-play");
  root.toggleAttribute("data-on", isOn());
};

const say = (now) => {
  if (!follows()) return;
  const here = partAt(parts, now);
  const said = isOn() && here ? words[here.kind] : "";
  if (said !== last) told.textContent = said;
  last = said;
};

const blink = () => {
  if (!isOn()) return;
  requestAnimationFrame(blink);
  const now = clock.isOn() ? clock.now() : track.now();
  say(now);
  if (!clock.isOn()) return;
  const steps = clock.heardBetween(seen, now).filter((hit) => hit.number !== undefined);
  seen = now;
  if (!steps.length) return;
  const newest = steps[steps.length - 1].number;
  root.dataset.step = String(newest);
  root.dataset.missed = String(clock.missed());
  if (box("buzz").checked) navigator.vibrate?.(BUZZ_MS);
  lamp.toggleAttribute("data-lit", box("flash").checked && newest % FLASH_EACH === 0);
};

const start = async () => {
  last = "";
  seen = 0;
  if (box("locked").checked) await track.start(spm, stress() > 0, follows());
  else await clock.start(follows() ? parts : endless(), spm, stress(), box("sound").checked);
  show();
  blink();
};

const stop = () => {
  if (clock.isOn()) clock.stop();
  track.stop();
  lamp.removeAttribute("data-lit");
  told.textContent = "";
  show();
};

const choose = async (wanted) => {
  spm = Math.min(Number(number.max), Math.max(Number(number.min), Math.round(wanted)));
  if (clock.isOn()) clock.setTempo(spm);
  else if (track.isOn()) await track.start(spm, stress() > 0, follows(), follows() ? track.now() : 0);
  show();
};

const clock = makeClock(stop);
const track = makeTrack(words.track, words, { step: (by) => choose(spm + by), started: start, stopped: stop });

go.addEventListener("click", () => (isOn() ? stop() : start()));
for (const key of root.querySelectorAll("[data-step-by]")) {
  key.addEventListener("click", () => choose(spm + Number(key.dataset.stepBy)));
}
number.addEventListener("change", () => choose(Number(number.value) || spm));
box("sound").addEventListener("change", () => clock.hear(box("sound").checked));
box("stress").addEventListener("change", () => {
  if (clock.isOn()) clock.setStress(stress());
  else if (track.isOn()) choose(spm);
});
for (const name of ["locked", "follow"]) {
  box(name)?.addEventListener("change", () => {
    if (isOn()) stop();
  });
}
for (const hidden of root.querySelectorAll("[data-moves][hidden]")) hidden.hidden = false;
if (!("vibrate" in navigator)) box("buzz").closest("label").hidden = true;
show();
