// One cursor through all charts of a run: a slider for the keyboard, the pointer for the rest.
// Without this script the charts are whole; only the moving cursor is missing.
"use strict";

const decimal = (v, places) =>
  v.toLocaleString(document.documentElement.lang, { minimumFractionDigits: places, maximumFractionDigits: places });
const clock = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;
const say = {
  pace: (v) => clock(v),
  cadence: (v) => String(Math.round(v)),
  grade: (v) => decimal(v, 1).replace("-", "\u2212"),
  impact: (v) => decimal(v, 2),
  elevation: (v) => String(Math.round(v)),
};

for (const group of document.querySelectorAll("[data-cursor]")) {
  const slide = group.querySelector(".slide");
  const time = group.querySelector("[data-time]");
  const step = Number(group.dataset.step);
  const plots = [...group.querySelectorAll("[data-values]")].map((plot) => ({
    plot,
    values: plot.dataset.values.split(" ").map((v) => (v === "-" ? null : Number(v))),
    heights: plot.dataset.heights.split(" "),
    line: plot.querySelector(".cursor"),
    bead: plot.querySelector(".bead"),
    now: plot.closest(".chart").querySelector("[data-now]"),
  }));
  const move = (at) => {
    const x = `${(100 * at) / slide.max}%`;
    for (const { values, heights, line, bead, now } of plots) {
      const known = values[at] !== null && values[at] !== undefined;
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
      bead.setAttribute("cx", x);
      if (known) bead.setAttribute("cy", `${heights[at]}%`);
      bead.setAttribute("visibility", known ? "visible" : "hidden");
      now.textContent = known ? say[now.dataset.now](values[at]) : "–";
    }
    time.textContent = clock(at * step);
    slide.setAttribute("aria-valuetext", clock(at * step));
  };
  for (const part of group.querySelectorAll("[data-moves][hidden]")) part.hidden = false;
  for (const { line } of plots) line.removeAttribute("visibility");
  slide.addEventListener("input", () => move(Number(slide.value)));
  group.addEventListener("pointermove", (event) => {
    const plot = event.target.closest("[data-values]");
    if (!plot) return;
    const box = plot.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    slide.value = Math.round(slide.max * part);
    move(Number(slide.value));
  });
  move(Number(slide.value));
}
