// Says on every other page that a session was left before it was saved, and leads back to it.
import { address, left } from "./kept.js";

for (const line of document.querySelectorAll("[data-left-session]")) {
  const saved = document.querySelector("[data-session]") ? null : left(line.dataset.leftSession);
  line.hidden = saved === null;
  if (saved) line.firstElementChild.href = address(line.dataset.path, saved);
}
