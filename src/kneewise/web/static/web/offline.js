// Has the worker keep this page and send what waits, and says how much waits. Without it, pages need a connection.
import { today } from "./today.js";

const AGAIN_MS = 30_000;
const DAILY = ["/", "/plan/", "/diary/", "/cadence/", "/strength/", "/ankle/"];

const find = (name) => document.querySelector(`[data-${name}]`);
const worker = navigator.serviceWorker;
let sent = "";
let waits = 0;

const count = (rows) => {
  waits = rows.length;
  const line = find("waits");
  if (!line) return;
  line.hidden = waits === 0;
  line.firstElementChild.textContent = waits === 1 ? line.dataset.one : line.dataset.many.replace("{count}", waits);
};

const complain = ({ unsaved, path }) => {
  const part = find("unsaved");
  if (!part || path !== sent) return;
  part.querySelector("p").textContent = part.dataset[unsaved];
  part.hidden = false;
  part.scrollIntoView({ block: "center" });
};

const ask = async (words) => (await worker.ready).active.postMessage(words);

// A page that was open overnight says nothing of the new day, unless somebody is in the middle of something.
const opened = today();
let isBusy = false;
addEventListener("input", () => {
  isBusy = true;
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" || today() === opened) return;
  if (isBusy || !DAILY.includes(location.pathname) || document.querySelector("[aria-invalid], [data-metronome][data-on]")) return;
  location.replace(location.pathname + location.search);
});

if (worker) {
  worker.addEventListener("message", ({ data }) => {
    if (data.rows) count(data.rows);
    if (data.unsaved) complain(data);
  });
  worker.startMessages();
  worker.register("/worker.js", { scope: "/", updateViaCache: "none" }).catch(() => null);
  ask({ act: "open" });
  addEventListener("online", () => ask({ act: "send" }));
  addEventListener("submit", ({ target }) => {
    sent = new URL(target.action).pathname;
    find("unsaved")?.setAttribute("hidden", "");
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") ask({ act: "send" });
  });
  setInterval(() => waits && ask({ act: "send" }), AGAIN_MS);
}
