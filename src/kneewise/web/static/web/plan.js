// Asks for the engine's answer without leaving the page: a day is chosen, or a run is dragged to it by its
// "Move", with a pointer or the arrow keys. Nothing is stored before "Keep it". Without this script the
// same forms load the page anew.

const FAR_ENOUGH_PX = 8;

const list = document.querySelector(".days");
const answer = document.querySelector("#answer");
const rows = [...(list?.querySelectorAll("[data-day]") ?? [])];
let asking = new AbortController();

const ask = async (form, to) => {
  asking.abort();
  asking = new AbortController();
  const url = new URL(form.action);
  url.search = new URLSearchParams({ from: form.elements.from.value, to });
  try {
    const page = await fetch(url, { signal: asking.signal });
    const told = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("#answer");
    form.closest("details").open = false;
    answer.replaceChildren(...told.childNodes);
    answer.scrollIntoView({ block: "nearest" });
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(url);
  }
};

const choices = (form) => [...form.querySelectorAll("[name=to]")];

const aim = (day) => {
  for (const row of rows) row.classList.toggle("is-target", row.dataset.day === day);
};

const tell = (words) => {
  const line = document.createElement("p");
  line.className = "note gap";
  line.textContent = words;
  answer.replaceChildren(...(words ? [line] : []));
};

const byKeys = (summary, form) => {
  let at = -1;
  const leave = () => {
    at = -1;
    aim();
  };
  summary.addEventListener("blur", leave);
  summary.addEventListener("keydown", (event) => {
    const days = choices(form);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      at = at < 0 && step < 0 ? days.length - 1 : (at + step + days.length) % days.length;
      aim(days[at].value);
      tell(list.dataset.target.replace("{day}", days[at].textContent));
    } else if (at >= 0 && event.key === "Enter") {
      ask(form, days[at].value);
      leave();
    } else if (at >= 0 && event.key === "Escape") {
      tell("");
      leave();
    } else return;
    event.preventDefault();
  });
};

const byPointer = (summary, form) => {
  const grip = summary.querySelector(".ask__grip");
  let from = null;
  let over = null;
  let moved = false;
  const free = new Set(choices(form).map((one) => one.value));
  const drop = () => {
    summary.style.translate = "";
    summary.classList.remove("is-dragged");
    from = null;
    aim();
  };
  grip.addEventListener("pointerdown", (event) => {
    [from, over, moved] = [event.clientY + scrollY, null, false];
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const way = event.clientY + scrollY - from;
    moved ||= Math.abs(way) > FAR_ENOUGH_PX;
    if (!moved) return;
    summary.classList.add("is-dragged");
    summary.style.translate = `0 ${way}px`;
    const row = rows.find((one) => {
      const box = one.getBoundingClientRect();
      return box.top <= event.clientY && event.clientY < box.bottom;
    });
    over = free.has(row?.dataset.day) ? row.dataset.day : null;
    aim(over);
  });
  grip.addEventListener("pointerup", () => {
    if (moved && over) ask(form, over);
    drop();
  });
  grip.addEventListener("pointercancel", drop);
  // The end of a drag is no touch of the button.
  grip.addEventListener("click", (event) => {
    if (moved) event.preventDefault();
    moved = false;
  });
};

for (const form of list?.querySelectorAll("form") ?? []) {
  const summary = form.closest("details").querySelector("summary");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form, event.submitter.value);
    summary.focus();
  });
  byKeys(summary, form);
  byPointer(summary, form);
}
