// What is kept of a session in this browser until it is saved: counts and answers under the day it was begun, and nothing else.
const PREFIX = "kneewise.session.";

const quietly = (work) => {
  try {
    return work();
  } catch {
    return null;
  }
};

const nameOf = (kind, day) => `${PREFIX}${kind}.${day}`;

export const write = (kind, day, state) => quietly(() => localStorage.setItem(nameOf(kind, day), JSON.stringify(state)));
export const erase = (kind, day) => quietly(() => localStorage.removeItem(nameOf(kind, day)));

// The newest of a kind that was left, whatever its day. Of another home, or not to be read: it goes.
export function left(kind) {
  const names = quietly(() => Object.keys(localStorage).filter((one) => one.startsWith(nameOf(kind, "")))) ?? [];
  const found = names.sort().flatMap((name) => {
    const day = name.slice(nameOf(kind, "").length);
    const state = quietly(() => JSON.parse(localStorage.getItem(name)));
    if (state?.told?.home === document.body.dataset.home) return [{ ...state, day }];
    erase(kind, day);
    return [];
  });
  return found.at(-1) ?? null;
}

// Where it is led on: with its own exercises, which are no longer those of another day.
export function address(path, { works, circuit }) {
  const named = works.map((name) => ["exercise", name]);
  return `${path}?${new URLSearchParams(circuit ? [...named, ["circuit", "1"]] : named)}`;
}
