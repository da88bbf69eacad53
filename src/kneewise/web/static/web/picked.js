// Names the places that are picked, in a list below the knees, each with a way to take it away.
// Without this script the places are picked all the same; a dot on its view says that there are some.
"use strict";

const SVG = "http://www.w3.org/2000/svg";

const cross = () => {
  const icon = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  icon.setAttribute("class", "icon");
  icon.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#i-close");
  icon.append(use);
  return icon;
};

const namePicked = (knees) => {
  const list = knees.querySelector("[data-picked]");
  const boxes = [...knees.querySelectorAll(".place input")];

  const item = (box) => {
    const said = box.getAttribute("aria-label");
    const line = document.createElement("li");
    const away = document.createElement("button");
    away.type = "button";
    away.setAttribute("aria-label", `${list.dataset.away}: ${said}`);
    away.append(cross());
    away.addEventListener("click", () => {
      box.checked = false;
      box.dispatchEvent(new Event("change", { bubbles: true }));
      (list.querySelector("button") ?? knees.querySelector("[data-view]:checked")).focus();
    });
    line.append(said, away);
    return line;
  };

  const show = () => list.replaceChildren(...boxes.filter((box) => box.checked).map(item));

  list.setAttribute("aria-live", "polite");
  for (const box of boxes) box.addEventListener("change", show);
  addEventListener("pageshow", show);
};

for (const knees of document.querySelectorAll(".knees")) namePicked(knees);
