// Leads through a session: one step at a time, shown, counted and heard. Without this script the form stands by itself.
import * as awake from "./session/awake.js";
import * as kept from "./session/kept.js";
import * as sound from "./session/sound.js";
import { course, heard, lit, moment, settled } from "./session/timing.js";
import { today } from "./today.js";

const BEAT_MS = 100;
const LATE_MS = 4 * 3_600_000;

const root = document.querySelector("[data-session]");
const form = root.querySelector("form");
const find = (name) => document.querySelector(`[data-${name}]`);
const say = (name, values = {}) => root.dataset[name].replace(/\{(\w+)\}/g, (_all, key) => values[key]);

const works = [...form.querySelectorAll("[data-work]")].map((part) => ({
  part,
  id: part.dataset.work,
  name: part.dataset.name,
  sets: Number(part.dataset.sets),
  most: Number(part.dataset.most),
  last: Number(part.dataset.last),
  hold: Number(part.dataset.hold),
  rest: Number(part.dataset.rest),
  line: Number(part.dataset.line),
  legs: part.dataset.legs.trim().split(" "),
  tempo: part.querySelector("[data-tempo]"),
  beats: [...part.querySelectorAll("[data-beat]")].map((bar) => ({
    name: bar.dataset.beat,
    seconds: Number(bar.dataset.seconds),
    bar,
  })),
}));
const steps = course(works, "circuit" in root.dataset);
const kind = root.dataset.session;
const ticks = [...document.querySelectorAll("[data-tick]")];
const title = find("says-title");

const state = {
  key: form.elements.key.value,
  works: works.map((work) => work.id),
  circuit: "circuit" in root.dataset,
  course: steps.map(({ kind, most, seconds }) => [kind, most ?? seconds].join(" ").trim()).join(),
  at: 0,
  ms: 0,
  done: {},
  out: [],
};
const opened = today();
const isNamed = new URLSearchParams(location.search).has("exercise");
let mode = "told";
let since = null;
let last = -1;
let sounding = true;

const step = () => steps[state.at];
const work = () => works[step().work];
const elapsed = () => state.ms + (since === null ? 0 : Date.now() - since);

// ---- What is kept

function told() {
  const fields = new FormData(form);
  for (const name of ["csrfmiddlewaretoken", "key", "on", "exercise"]) fields.delete(name);
  return Object.fromEntries(fields);
}

// The day of the log: that on which the session was begun.
const day = () => form.elements.on.value;
const store = () => kept.write(kind, day(), { ...state, ms: elapsed(), told: told(), left: Date.now() });

function restore(saved) {
  Object.assign(state, { key: saved.key, at: saved.at, done: saved.done, out: saved.out });
  form.elements.key.value = saved.key;
  if (saved.day < day()) form.elements.on.value = saved.day;
  for (const [name, value] of Object.entries(saved.told)) {
    const field = form.elements[name];
    if (field) field.value = value;
  }
}

// ---- What is shown

function show(name) {
  const opening = mode === "told";
  mode = name;
  root.dataset.mode = name;
  for (const part of document.querySelectorAll("[data-in]")) {
    part.hidden = !part.dataset.in.split(" ").includes(name);
  }
  works.forEach((one, index) => one.part.classList.toggle("is-now", index === step().work));
  if (opening) return;
  const asked = ["ask", "hurt", "review", "resume"].includes(name);
  if (asked) title.focus({ preventScroll: true });
  else if (document.activeElement.matches("body, h1") || !document.activeElement.checkVisibility()) {
    document.querySelector("[data-main]:not([hidden])").focus({ preventScroll: true });
  }
  scrollTo(0, 0);
}

function head(over, name, lead = "") {
  find("says-over").textContent = over;
  title.textContent = name;
  find("says-lead").textContent = lead;
  find("says-lead").hidden = !lead;
  find("says-status").textContent = `${name}. ${over}`;
}

function over() {
  const { set, leg } = step();
  const at = { at: step().work + 1, all: works.length, set, sets: work().sets };
  const said = set && work().sets > 1 ? say("overSet", at) : say("over", at);
  return leg && leg !== "both" ? `${said} · ${say(leg)}` : said;
}

function then() {
  const next = steps[state.at + 1];
  if (next.kind === "rest") return say("nextRest", { seconds: next.seconds });
  if (next.kind === "ask") return say("nextAsk");
  if (next.work !== step().work) return works[next.work].name;
  if (step().kind === "rest") return say("nextSet", { set: next.set, sets: work().sets });
  return next.kind === "ready" ? say("nextLeg") : (work().tempo?.getAttribute("aria-label") ?? work().name);
}

function titled() {
  if (step().kind === "rest") return say("rest");
  return work().name;
}

function draw() {
  const now = moment(step(), elapsed());
  const { kind, most, leg } = step();
  find("big").textContent = now.big;
  const what = most === undefined ? say("seconds") : say("of", { most });
  const ready = leg === "both" ? say("readyBoth") : say("ready", { leg: leg && say(leg) });
  find("of-what").textContent = since === null ? say("paused") : kind === "ready" ? ready : what;
  ticks.forEach((tick, index) => tick.classList.toggle("is-on", index < lit(now.share)));
  const beating = kind === "set" ? now.beat : -1;
  work().beats.forEach(({ bar, seconds }, index) => {
    bar.classList.toggle("is-now", index === beating);
    bar.querySelector("[data-left]").textContent = index === beating ? now.left : seconds;
  });
  for (const pose of work().part.querySelectorAll("[data-pose]")) {
    pose.classList.toggle("is-now", kind === "set" && (beating === 2) === (pose.dataset.pose === "start"));
  }
  return now;
}

// ---- The course

// Nothing more is done of what was ended, and nothing asked of what was not begun.
function passes({ kind, work: index }) {
  if (kind === "review") return false;
  if (kind !== "ask") return state.out.includes(index);
  const { id } = works[index];
  return !state.done[id] && !form.elements[`${id}-pain`].value;
}

function enter(from, ms = 0) {
  const at = from + steps.slice(from).findIndex((one) => !passes(one));
  Object.assign(state, { at, ms: at === from ? ms : 0 });
  since = null;
  last = ms - 1;
  const { kind } = step();
  if (kind === "ask") askHow();
  else if (kind === "review") review();
  else {
    head(over(), titled());
    find("tempo-place").replaceChildren(...(work().tempo ? [work().tempo] : []));
    find("says-then").textContent = then();
    find("says-limit").textContent = say("limit", { line: work().line });
    show(kind);
    awake.hold();
    run(true);
  }
  store();
}

function run(on) {
  state.ms = elapsed();
  since = on ? Date.now() : null;
  const pause = find('act="pause"');
  pause.textContent = on ? pause.dataset.on : pause.dataset.off;
  draw();
}

function beat() {
  if (since === null) return;
  const ms = elapsed();
  const sounds = heard(step(), last, ms);
  last = ms;
  if (sounding && sounds.length) sound.play(sounds.at(-1));
  const now = draw();
  if (now.over) finish(now.count);
  else if (sounds.length) store();
}

function finish(count) {
  record(count);
  enter(state.at + 1);
}

function record(count) {
  const { kind, leg } = step();
  if (kind !== "set" || !count) return;
  const rows = (state.done[work().id] ??= {});
  (rows[leg] ??= []).push(count);
  form.elements[`${work().id}-${leg}`].value = rows[leg].join(", ");
}

const soFar = () => (step().kind === "set" ? moment(step(), elapsed()).count : 0);
function leave() {
  record(soFar());
  state.out.push(step().work);
  enter(state.at);
}

function askHow() {
  head(over(), `${work().name}: ${say("ask")}`);
  show("ask");
}

function review() {
  awake.release();
  const isEmpty = ({ id }) => !Object.entries(told()).some(([name, value]) => value && name.startsWith(`${id}-`));
  const bare = works.filter(isEmpty);
  for (const one of works) one.part.classList.toggle("is-empty", bare.length < works.length && bare.includes(one));
  head("", say("review"), say("reviewLead"));
  show("review");
}

const pain = () => form.elements[`${work().id}-pain`].value;

function mayGoOn() {
  find('act="unhurt"').disabled = pain() === "" || pain() === "unknown" || Number(pain()) > work().line;
}

const acts = {
  begin() {
    // The page was opened on another day: its exercises are those of that day.
    if (today() !== opened) {
      location.replace(location.pathname);
      return;
    }
    sound.open();
    enter(0);
  },
  resume() {
    const saved = kept.left(kind);
    restore(saved);
    kept.erase(kind, saved.day);
    sound.open();
    if (goesOn(saved)) enter(state.at, settled(step(), saved.ms));
    else enter(steps.length - 1);
  },
  anew() {
    const { day: begun } = kept.left(kind);
    kept.erase(kind, begun);
    if (isNamed || begun !== day()) location.replace(location.pathname);
    else acts.begin();
  },
  done: () => finish(soFar()),
  pause: () => run(since === null),
  hurts() {
    run(false);
    head(over(), say("hurt"), say("hurtLead", { line: work().line }));
    mayGoOn();
    show("hurt");
  },
  unhurt() {
    head(over(), titled());
    show(step().kind);
    run(true);
  },
  ends: leave,
  skip: leave,
  end() {
    record(soFar());
    enter(steps.length - 1);
  },
  sound() {
    sounding = !sounding;
    const key = find('act="sound"');
    key.setAttribute("aria-pressed", sounding);
    key.textContent = sounding ? key.dataset.on : key.dataset.off;
  },
};

for (const key of document.querySelectorAll("[data-act]")) key.addEventListener("click", () => acts[key.dataset.act]());
form.addEventListener("input", () => {
  if (mode === "hurt") mayGoOn();
  if (!["start", "told"].includes(mode)) store();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && since !== null && step().kind !== "rest") run(false);
});
setInterval(beat, BEAT_MS);

// A page that was kept is of another day.
const isToday = ({ day: begun }) => begun >= root.dataset.day && begun >= today();
const fits = (saved) => saved.works.join() === state.works.join() && saved.course === state.course;

// What was left for hours is not gone on with on another day, nor where its dose has changed: it is only saved.
const goesOn = (saved) => fits(saved) && (isToday(saved) || Date.now() - saved.left < LATE_MS);

function offer(saved) {
  const { name } = works[steps[saved.at]?.work] ?? {};
  const where = name ? say("wasAt", { name }) : say("wasDone");
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });
  const when = isToday(saved) ? "" : say("began", { day: date.format(new Date(`${saved.day}T12:00`)) });
  head("", goesOn(saved) ? say("resume") : say("late"), `${where} ${when}`.trim());
  show("resume");
}

function open() {
  if ("problem" in root.dataset) return;
  const saved = kept.left(kind);
  if (saved?.works.join() === state.works.join()) offer(saved);
  else if (saved && !isNamed) location.replace(kept.address(location.pathname, saved));
  else if (isNamed && !saved) location.replace(location.pathname);
  else if (!saved) show("start");
}

open();
