// Lists what waits in this browser. A refused entry is sent once more as a form, so that it can be mended there.
const part = document.querySelector("[data-waiting]");
const words = part.dataset;
const told = part.querySelector("[data-told]");
const list = part.querySelector("[data-rows]");
const sender = part.querySelector("[data-sender]");
const again = part.querySelector("[data-send]");
const worker = navigator.serviceWorker;
const SAID = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });

const ask = async (sent) => (await worker.ready).active.postMessage(sent);

const key = (said, act) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn--line";
  button.textContent = said;
  button.addEventListener("click", act);
  return button;
};

const mend = ({ path, fields }) => {
  sender.action = path;
  for (const [name, value] of fields) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    sender.append(field);
  }
  sender.requestSubmit();
};

const line = (row, home) => {
  const item = document.createElement("li");
  const what = document.createElement("span");
  const note = document.createElement("small");
  const keys = document.createElement("span");
  const isForeign = row.home !== home;
  what.className = "rows__what strong";
  keys.className = "btn-row";
  what.textContent = `${words[row.kind]}, ${SAID.format(row.at)}`;
  note.textContent = isForeign ? words.foreign : words[row.state];
  what.append(note);
  if (row.state === "refused" && !isForeign) keys.append(key(words.mend, () => mend(row)));
  keys.append(key(words.drop, () => confirm(words.sure) && ask({ act: "drop", key: row.key })));
  item.append(what, keys);
  return item;
};

const show = ({ rows, home, state }) => {
  told.textContent = rows.length ? (words[state] ?? "") : words.none;
  told.hidden = told.textContent === "";
  list.replaceChildren(...rows.map((row) => line(row, home)));
  again.hidden = rows.every((row) => row.state !== "waits");
};

// The session is safe in the outbox: nothing more of it is to be resumed.
if (new URLSearchParams(location.search).has("kept")) {
  for (const one of Object.keys(localStorage)) if (one.startsWith("kneewise.session.")) localStorage.removeItem(one);
  history.replaceState(null, "", location.pathname);
}

if (worker) {
  worker.addEventListener("message", ({ data }) => data.rows && show(data));
  worker.startMessages();
  again.addEventListener("click", () => ask({ act: "send" }));
  ask({ act: "list" });
}
