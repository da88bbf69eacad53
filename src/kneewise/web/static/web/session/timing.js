// The arithmetic of a session, without a page: which steps it has, and what each moment of a step shows and sounds.

export const READY_S = 5;
const WARNED_S = 3;
const TICKS = 60;

const sum = (beats) => beats.reduce((all, beat) => all + beat.seconds, 0);

// Sets by turns: each leg, then the rest; at the end of an exercise it is asked how it was.
export function course(works) {
  const steps = works.flatMap((work, index) => [...sets(work, index), { kind: "ask", work: index }]);
  return [...steps, { kind: "review", work: works.length }];
}

function sets(work, index) {
  const steps = [];
  for (let set = 1; set <= work.sets; set += 1) {
    if (set > 1) steps.push({ kind: "rest", work: index, set, seconds: work.rest });
    work.legs.forEach((leg, turn) => {
      if (set === 1 || turn > 0) steps.push({ kind: "ready", work: index, set, leg, seconds: READY_S });
      steps.push({ kind: "set", work: index, set, leg, ...amount(work, set) });
    });
  }
  return steps;
}

function amount(work, set) {
  if (work.hold) return { seconds: work.hold, beats: [] };
  return { most: set === work.sets ? work.last : work.most, beats: work.beats };
}

// What a step shows after so many milliseconds: the large number, its share of the ring, the beat and what is left of it.
export function moment(step, ms) {
  if (step.seconds !== undefined) return countdown(step, ms);
  const whole = sum(step.beats);
  const passed = ms / 1000;
  const count = Math.min(step.most, Math.floor(passed / whole));
  const over = count >= step.most;
  const share = Math.min(1, passed / (whole * step.most));
  return { count, big: count, share, over, ...beatAt(step.beats, passed % whole) };
}

function countdown(step, ms) {
  const left = Math.max(0, Math.ceil(step.seconds - ms / 1000));
  const count = Math.min(step.seconds, Math.floor(ms / 1000));
  return { count, big: left, share: Math.min(1, ms / 1000 / step.seconds), over: left === 0, beat: -1, left: 0 };
}

function beatAt(beats, second) {
  let end = 0;
  for (const [beat, { seconds }] of beats.entries()) {
    end += seconds;
    if (second < end) return { beat, left: Math.ceil(end - second) };
  }
  return { beat: -1, left: 0 };
}

// What is to be heard between two moments, the later one with it: a sound for each whole second.
export function heard(step, from, to) {
  const sounds = [];
  for (let second = Math.floor(from / 1000) + 1; second * 1000 <= to; second += 1) {
    const sound = step.seconds === undefined ? ofBeat(step, second) : ofCountdown(step, second);
    if (sound) sounds.push(sound);
  }
  return sounds;
}

function ofBeat(step, second) {
  const whole = sum(step.beats);
  if (second >= whole * step.most) return "end";
  let start = 0;
  for (const { name, seconds } of step.beats) {
    if (seconds && second % whole === start) return name;
    start += seconds;
  }
  return "tick";
}

function ofCountdown(step, second) {
  const left = step.seconds - second;
  if (left === 0) return "end";
  return left > 0 && left <= WARNED_S ? "tick" : "";
}

export const lit = (share) => Math.min(TICKS, Math.floor(share * TICKS + 1e-9));

// Where to go on after a page was left: at the beginning of a repetition that was not finished.
export function settled(step, ms) {
  if (step.kind !== "set" || step.seconds !== undefined) return step.seconds === undefined ? 0 : ms;
  const whole = sum(step.beats) * 1000;
  return Math.floor(ms / whole) * whole;
}
