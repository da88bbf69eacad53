// Shows one question at a time, with a way back; without this script they stand below one another.
"use strict";

const form = document.querySelector("#screen");
const steps = [...form.querySelectorAll(".sec > .asked")];
const lists = [...form.querySelectorAll(".sec")];
const part = (name) => document.querySelector(`[data-${name}]`);
const [count, hint, enough] = ["count", "hint", "enough"].map(part);
const [back, soon, next, save, all] = ["back", "soon", "next", "save", "all"].map(part);
const last = steps.length - 1;
const lastNeeded = steps.findLastIndex((step) => step.matches("[data-required]"));

const keyOf = (step) => step.querySelector("[name]").name;

const isOpen = (step) =>
  ![...step.querySelectorAll("input")].some((field) =>
    field.matches("[type=radio], [type=checkbox]") ? field.checked : field.value,
  );

// A question whose answer cannot be comes first, then the first that was not answered.
const first = () =>
  [steps.findIndex((step) => step.querySelector("[id^=slip-]")), steps.findIndex(isOpen), 0].find((at) => at >= 0);

let now = first();

const show = () => {
  for (const [at, step] of steps.entries()) step.hidden = at !== now;
  for (const list of lists) list.hidden = !list.contains(steps[now]);
  document.querySelector(".page-head").classList.toggle("vh", now > 0);
  count.querySelector("p").textContent = count.dataset.count.replace("{n}", now + 1).replace("{all}", last + 1);
  count.querySelector("progress").value = now + 1;
  hint.hidden = now > 0;
  enough.hidden = now !== lastNeeded + 1;
  back.hidden = now === 0;
  soon.hidden = now <= lastNeeded || now === last;
  next.hidden = now === last;
  save.hidden = !next.hidden;
};

const ask = (at) => {
  now = at;
  show();
  scrollTo(0, 0);
  steps[now].querySelector("legend").focus();
};

// The address names the question, so that the browser's own way back goes back one question as well.
const go = (at) => {
  const wrong = at > now ? steps[now].querySelector("input:invalid") : null;
  if (wrong) return wrong.reportValidity();
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
  const goesOn = field.matches?.(".seg input") && event.detail > 0 && form.classList.contains("by-one");
  const asksMore = field.value === "yes" && steps[now].querySelector(".asked__more");
  if (goesOn && field.closest(".sec > .asked > fieldset") && !asksMore && now < last) go(now + 1);
};

const showAll = () => {
  form.classList.remove("by-one");
  for (const one of [...steps, ...lists, save]) one.hidden = false;
  for (const one of [count, hint, enough, back, soon, next, all]) one.hidden = true;
  document.querySelector(".page-head").classList.remove("vh");
  removeEventListener("popstate", follow);
};

if (last > 0) {
  for (const step of steps) step.querySelector("legend").tabIndex = -1;
  form.classList.add("by-one");
  count.querySelector("progress").max = steps.length;
  count.hidden = all.hidden = false;
  back.addEventListener("click", () => go(now - 1));
  next.addEventListener("click", () => go(now + 1));
  all.addEventListener("click", showAll);
  form.addEventListener("click", touched);
  form.addEventListener("submit", (event) => {
    const isMeant = event.submitter?.matches("[name=later], [data-soon], [data-save]");
    if (isMeant || !form.classList.contains("by-one") || now === last) return;
    event.preventDefault();
    go(now + 1);
  });
  addEventListener("popstate", follow);
  history.replaceState(null, "", `#${keyOf(steps[now])}`);
  show();
}
