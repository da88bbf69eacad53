// The timer for ice: sixty ticks and the time that is left, with a word when the skin is to be looked at.
// Without this script the minutes stand in the sentence above, and any clock will do.
"use strict";

const timer = document.querySelector("[data-timer]");
const SVG = "http://www.w3.org/2000/svg";
const TICKS = 60;

const draw = (face) => Array.from({ length: TICKS }, (_, place) => {
  const tick = document.createElementNS(SVG, "line");
  tick.setAttribute("y1", "-48");
  tick.setAttribute("y2", place % 5 ? "-43" : "-40");
  tick.setAttribute("transform", `rotate(${(360 * place) / TICKS})`);
  face.append(tick);
  return tick;
});

const begin = () => {
  const { least, most, look, looking, enough, over, start, stop } = timer.dataset;
  const whole = 60 * Number(most);
  const ticks = draw(timer.querySelector("svg"));
  const [left, said, go] = ["left", "said", "go"].map((name) => timer.querySelector(`[data-${name}]`));
  let ends = 0;
  let pulse = 0;

  const word = (gone) => {
    if (gone >= whole) return over;
    if (gone >= 60 * Number(least)) return enough;
    return gone >= 60 * Number(look) ? looking : "";
  };
  const show = (gone) => {
    const rest = Math.max(0, whole - gone);
    left.textContent = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
    if (said.textContent !== word(gone)) said.textContent = word(gone);
    ticks.forEach((tick, place) => {
      const isLeft = place < Math.ceil((TICKS * rest) / whole);
      tick.setAttribute("class", `${place % 5 ? "" : "is-long"}${isLeft ? " is-left" : ""}`);
    });
  };
  const halt = () => {
    clearInterval(pulse);
    pulse = 0;
    go.textContent = start;
  };
  const beat = () => {
    const gone = whole - Math.max(0, Math.round((ends - Date.now()) / 1000));
    show(gone);
    if (gone >= whole) halt();
  };

  go.addEventListener("click", () => {
    if (pulse) {
      halt();
      show(0);
      return;
    }
    ends = Date.now() + 1000 * whole;
    pulse = setInterval(beat, 250);
    go.textContent = stop;
    show(0);
  });
  show(0);
  timer.hidden = false;
};

if (timer) begin();
