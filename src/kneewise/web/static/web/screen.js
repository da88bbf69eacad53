// Shows one question at a time, with a way back; without this script they stand below one another.
"use strict";

const form = document.querySelector("#screen");
const steps = [...form.querySelectorAll(".sec > .asked")];
const lists = [...form.querySelectorAll(".sec")];
const part = (name) => document.querySelector(`[data-${name}]`);
const [count, hint, enough] = ["count", "hint", "enough"].map(part);
const [back, soon, next, save, all] = ["back", "soon", "next", "save", "all"].map(part);
const lastNeeded = steps.findLastIndex((step) => step.matches("[data-required]"));

// The sides of a drawn knee are looked at and answer nothing.
const keyOf = (step) => step.querySelector("[name]:not([data-view])").name;

const isOpen = (step) =>
  ![...step.querySelectorAll("input:not([data-view])")].some((field) =>
    field.matches("[type=radio], [type=checkbox]") ? field.checked : field.value,
  );

// What an earlier answer leaves nothing to ask of is passed over; not what was answered all the same.
const isSettled = (step) => {
  const { settledBy, settledOn } = step.dataset;
  const given = settledBy && isOpen(step) && form.querySelector(`[name="${settledBy}"]:checked`);
  return Boolean(given) && settledOn.split(" ").includes(given.value);
};

const after = (at) => steps.findIndex((step, other) => other > at && !isSettled(step));
const before = (at) => steps.findLastIndex((step, other) => other < at && !isSettled(step));
const isLast = () => after(now) < 0;

// A question whose answer cannot be comes first, then the first that was not answered.
const first = () =>
  [
    steps.findIndex((step) => step.querySelector("[id^=slip-]")),
    steps.findIndex((step) => isOpen(step) && !isSettled(step)),
    0,
  ].find((at) => at >= 0);

let now = first();

const show = () => {
  for (const [at, step] of steps.entries()) step.hidden = at !== now;
  for (const list of lists) list.hidden = !list.contains(steps[now]);
  document.querySelector(".page-head").classList.toggle("vh", now > 0);
  const put = steps.filter((step, at) => at === now || !isSettled(step));
  const needed = put.filter((step) => steps.indexOf(step) <= lastNeeded).length;
  const place = put.indexOf(steps[now]) + 1;
  const said = needed === 0 || needed === put.length ? "count" : place <= needed ? "needed" : "liked";
  const of = said === "needed" ? needed : put.length;
  count.querySelector("p").textContent = count.dataset[said].replace("{n}", place).replace("{all}", of);
  count.querySelector("progress").max = of;
  count.querySelector("progress").value = place;
  hint.hidden = now > 0;
  enough.hidden = now !== lastNeeded + 1;
  back.hidden = now === 0;
  soon.hidden = now <= lastNeeded || isLast();
  next.hidden = isLast();
  save.hidden = !next.hidden;
};

const ask = (at) => {
  now = at;
  show();
  scrollTo(0, 0);
  steps[now].querySelector("legend").focus();
};

// Says beside an answer that cannot be what would be right, as the server says it.
const sayWrong = (field) => {
  const asked = field.closest("fieldset");
  const slip = asked.querySelector(".slip") ?? document.createElement("p");
  slip.id = `slip-${field.name}`;
  slip.className = "slip";
  slip.setAttribute("role", "alert");
  if (asked.dataset.wrong) slip.textContent = asked.dataset.wrong;
  asked.append(slip);
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", slip.id);
  field.focus();
};

// The address names the question, so that the browser's own way back goes back one question as well.
const go = (at) => {
  const wrong = at > now ? steps[now].querySelector("input:invalid") : null;
  if (wrong) return sayWrong(wrong);
  history.pushState(null, "", `#${keyOf(steps[at])}`);
  return ask(at);
};

const follow = () => {
  const at = steps.findIndex((step) => keyOf(step) === location.hash.slice(1));
  if (at >= 0) ask(at);
};

// A touch on an answer goes on, but not the arrow keys, and not where more is asked after a yes.
const touched = (event) => {
  const field = event.target;
  const goesOn = field.matches?.(".asked > fieldset > .seg input") && event.detail > 0 && form.classList.contains("by-one");
  const asksMore = field.value === "yes" && steps[now].querySelector(".asked__more");
  if (goesOn && field.closest(".sec > .asked > fieldset") && !asksMore && !isLast()) go(after(now));
};

// The knee is drawn as the one that hurts.
const drawKnee = (event) => {
  if (event.target.name !== "knee") return;
  const side = event.target.value === "left" ? "left" : "right";
  for (const knee of form.querySelectorAll(".knee")) knee.className = `knee knee--${side}`;
};

// What was answered is kept when the page is left: whoever comes back goes on from there.
let isTold = false;
const later = document.querySelector("[name=later]");
const keep = () => {
  if (isTold) isTold = !navigator.sendBeacon(form.action, new FormData(form, later));
};

// A yes that is an emergency is kept and answered at once, before anything else is asked.
const alarm = ({ target }) => {
  isTold = true;
  const asked = target.closest(".asked");
  if (asked?.matches("[data-alarms]") && target.value === "yes" && target.checked) form.requestSubmit(later);
};

const showAll = () => {
  form.classList.remove("by-one");
  for (const one of [...steps, ...lists, save]) one.hidden = false;
  for (const one of [count, hint, enough, back, soon, next, all]) one.hidden = true;
  document.querySelector(".page-head").classList.remove("vh");
  removeEventListener("popstate", follow);
};

// What stands there again after a reload was answered here: it draws the knee, is kept and may be an emergency.
const hear = () => {
  for (const field of form.querySelectorAll("[data-filled]")) field.dispatchEvent(new Event("change", { bubbles: true }));
};

form.addEventListener("change", drawKnee);
form.addEventListener("change", alarm);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
document.addEventListener("click", ({ target }) => target.closest("a[href]") && keep());
if (steps.length > 1) {
  for (const step of steps) step.querySelector("legend").tabIndex = -1;
  form.classList.add("by-one");
  count.hidden = all.hidden = false;
  back.addEventListener("click", () => go(before(now)));
  next.addEventListener("click", () => go(after(now)));
  // What was just answered may settle all that is left.
  form.addEventListener("change", () => form.classList.contains("by-one") && show());
  all.addEventListener("click", showAll);
  form.addEventListener("click", touched);
  form.addEventListener("submit", (event) => {
    const isMeant = event.submitter?.matches("[name=later], [data-soon], [data-save]");
    if (isMeant || !form.classList.contains("by-one") || isLast()) {
      isTold = false;
      return;
    }
    event.preventDefault();
    go(after(now));
  });
  addEventListener("popstate", follow);
  history.replaceState(null, "", `#${keyOf(steps[now])}`);
  show();
}
hear();
