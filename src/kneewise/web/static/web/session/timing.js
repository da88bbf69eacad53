// The arithmetic of a session, without a page: which steps it has, and what each moment of a step shows and sounds.

export const READY_S = 5;
const WARNED_S = 3;
const TICKS = 60;

const sum = (beats) => beats.reduce((all, beat) => all + beat.seconds, 0);

// Set after set of an exercise, or as a circuit one set of each in turn; then it is asked how each was.
export function course(works, circuit = false) {
  const asks = works.map((_work, index) => ({ kind: "ask", work: index }));
  const steps = circuit
    ? [...rounds(works), ...asks]
    : works.flatMap((work, index) => [...count(work.sets).flatMap((set) => turn(work, index, set)), asks[index]]);
  return [...steps, { kind: "review", work: works.length }];
}

const count = (most) => Array.from({ length: most }, (_none, index) => index + 1);

function rounds(works) {
  return count(Math.max(...works.map((work) => work.sets))).flatMap((round) =>
    works.flatMap((work, index) => (round > work.sets ? [] : turn(work, index, round, index > 0))),
  );
}

// One set with each leg. Before it comes the rest, or time to get ready: at the beginning, and for the other leg.
function turn(work, index, set, afterAnother = false) {
  return work.legs.flatMap((leg, nth) => {
    const rests = nth === 0 && set > 1 && !afterAnother;
    const before = rests ? { kind: "rest", seconds: work.rest } : { kind: "ready", leg, seconds: READY_S };
    return [
      { ...before, work: index, set },
      { kind: "set", work: index, set, leg, ...amount(work, set) },
    ];
  });
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
