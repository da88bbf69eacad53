// When each step is heard: arithmetic alone, in seconds from the start. No sound, no page, no clock.
// A plan is a list of parts {kind, from, to, origin, first}: within a part of kind "beat" step `first`
// falls on `origin`, and each further one 60 / spm later. Every step is placed from there, so none drifts.
"use strict";

const BEATS = "beat";
const RUNS = new Set(["beat", "run"]);
const HAIR = 1e-9;

const part = (kind, from, to) => ({ kind, from, to, origin: from, first: 0 });

export const endless = () => [part(BEATS, 0, Infinity)];

export const session = (written) =>
  written
    .split(";")
    .filter(Boolean)
    .map((one) => one.split(" "))
    .map(([kind, from, to]) => part(kind, Number(from), Number(to)));

export const stepAt = ({ origin, first }, spm, number) => origin + ((number - first) * 60) / spm;

export const stepsIn = (one, spm, from, to) => {
  const found = [];
  if (one.kind !== BEATS) return found;
  const begin = Math.max(from, one.from);
  const end = Math.min(to, one.to) - HAIR;
  let number = Math.max(one.first, one.first + Math.ceil(((begin - one.origin) * spm) / 60 - HAIR));
  for (let at = stepAt(one, spm, number); at < end; number += 1, at = stepAt(one, spm, number)) {
    found.push({ at, number });
  }
  return found;
};

// A new tempo takes over at the first old step from `now` on; that step is heard as it was meant.
export const retune = (plan, before, after, now) =>
  plan.map((one) => {
    if (one.kind !== BEATS || one.to <= now) return one;
    const number = Math.max(one.first, one.first + Math.ceil(((now - one.origin) * before) / 60 - HAIR));
    return { ...one, origin: stepAt(one, before, number), first: number };
  });

export const partAt = (plan, now) => plan.find((one) => one.from <= now && now < one.to) ?? null;

// What is heard from `from` up to `to`, the end left out: steps, and a signal where running begins or ends.
export const hits = (plan, spm, from, to, stressEach = 0) => {
  const found = [];
  plan.forEach((one, place) => {
    const runs = RUNS.has(one.kind);
    const ran = place > 0 && RUNS.has(plan[place - 1].kind);
    if (one.from > 0 && runs !== ran && from <= one.from && one.from < to) {
      found.push({ at: one.from, kind: runs ? "to_run" : "to_walk" });
    }
    for (const { at, number } of stepsIn(one, spm, from, to)) {
      found.push({ at, number, kind: stressEach && number % stressEach === 0 ? "stress" : "beat" });
    }
  });
  const end = plan.length ? plan[plan.length - 1].to : 0;
  if (from <= end && end < to) found.push({ at: end, kind: "end" });
  return found.sort((one, other) => one.at - other.at);
};
