// Brings files piece by piece. The server knows how far a file has come and says so whenever it is announced,
// so nothing is remembered here: after a lost connection, a closed tab or a restart the same file goes on.
// Without this script the same form brings whole files.

const LOOK_AGAIN_MS = 1000;
const WAIT_MS = [500, 1000, 2000, 5000];

const form = document.querySelector(".drop");
const words = form.dataset;
const secret = form.elements.csrfmiddlewaretoken.value;
const sending = document.querySelector("[data-sending]");
const [name, bar, said, refused] = ["name", "bar", "said", "refused"].map((one) => sending.querySelector(`[data-${one}]`));

class Refused extends Error {}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const post = async (address, body, headers = {}) => {
  const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": secret, ...headers } });
  if (answer.status === 401) throw new Refused(words.closed);
  if (answer.status >= 500 && answer.status !== 507) throw new Error(String(answer.status));
  return { status: answer.status, told: await answer.json().catch(() => ({})) };
};

const announce = async (file, path) => {
  const about = new URLSearchParams({ name: path, size: file.size, modified: file.lastModified });
  const { status, told } = await post(words.begin, about);
  if (status !== 200) throw new Refused(told.said ?? words.failed);
  return told;
};

const hash = async (bytes) => {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// One piece from where the server stands; what the disk does not give any more is no lost connection.
const sendPiece = async (file, { id, have }) => {
  const bytes = await file.slice(have, have + Number(words.pieceBytes)).arrayBuffer().catch(() => null);
  if (!bytes) throw new Refused(words.failed);
  const headers = { "Content-Type": "application/octet-stream", "X-Piece-SHA256": await hash(bytes) };
  const { status, told } = await post(`${words.pieces}${id}/?offset=${have}`, bytes, headers);
  if (status === 200 || status === 409) return told.have;
  // Damaged on its way, or whole elsewhere by now: ask once more.
  if (status === 400 || status === 404) throw new Error(told.said);
  throw new Refused(told.said ?? words.failed);
};

const bring = async (file, path, progress) => {
  for (let failures = 0; ; ) {
    try {
      const coming = await announce(file, path);
      progress(coming.have);
      while (coming.have < coming.size) {
        coming.have = await sendPiece(file, coming);
        failures = 0;
        said.textContent = "";
        progress(coming.have);
      }
      return;
    } catch (fault) {
      if (fault instanceof Refused) throw fault;
      said.textContent = words.lost;
      await pause(WAIT_MS[Math.min(failures, WAIT_MS.length - 1)]);
      failures += 1;
    }
  }
};

const queue = [];
let isSending = false;

const refuse = (path, why) => {
  const line = document.createElement("li");
  line.textContent = `${path}: ${why}`;
  refused.append(line);
};

const tell = (done) => {
  said.textContent = words.sent.replace("{done}", done).replace("{all}", queue.length);
};

const sendAll = async () => {
  if (isSending) return;
  isSending = true;
  sending.hidden = false;
  refused.replaceChildren();
  let before = 0;
  let kept = 0;
  for (let index = 0; index < queue.length; index += 1) {
    const { file, path } = queue[index];
    name.textContent = path;
    try {
      await bring(file, path, (have) => {
        bar.max = Math.max(1, queue.reduce((sum, one) => sum + one.file.size, 0));
        bar.value = before + have;
      });
      kept += 1;
    } catch (fault) {
      refuse(path, fault.message);
    }
    before += file.size;
    tell(kept);
  }
  name.textContent = "";
  queue.length = 0;
  isSending = false;
  if (kept) await read();
};

const read = async () => {
  const asked = new FormData();
  asked.set("form", "read");
  await post(words.pieces, new URLSearchParams(asked)).catch(() => null);
  follow();
};

// What the page says of the reading comes from the page itself, asked for again.
const follow = async () => {
  for (let goesOn = true; goesOn; ) {
    try {
      const page = await fetch(words.pieces);
      const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("#state");
      const old = document.querySelector("#state");
      if (fresh) old.replaceWith(document.adoptNode(fresh));
      goesOn = Boolean(fresh?.matches("[data-reading]"));
    } catch {
      goesOn = true;
    }
    if (goesOn) await pause(LOOK_AGAIN_MS);
  }
  sending.hidden = !isSending && !refused.children.length;
};

const add = (files) => {
  queue.push(...files);
  if (queue.length) sendAll();
};

const chosen = (input) => [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

const inFolder = async (folder) => {
  const reader = folder.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return (await Promise.all(found.map(within))).flat();
    found.push(...some);
  }
};

const within = async (entry) => {
  if (entry.isDirectory) return inFolder(entry);
  const file = await new Promise((done, failed) => entry.file(done, failed)).catch(() => null);
  return file ? [{ file, path: entry.fullPath.replace(/^\//, "") }] : [];
};

for (const input of form.querySelectorAll("[type=file]")) {
  input.addEventListener("change", () => {
    add(chosen(input));
    input.value = "";
  });
}

form.addEventListener("submit", (event) => event.preventDefault());
for (const event of ["dragenter", "dragover"]) {
  form.addEventListener(event, (dragged) => {
    dragged.preventDefault();
    form.classList.add("is-over");
  });
}
form.addEventListener("dragleave", () => form.classList.remove("is-over"));
form.addEventListener("drop", async (dropped) => {
  dropped.preventDefault();
  form.classList.remove("is-over");
  const entries = [...dropped.dataTransfer.items].map((one) => one.webkitGetAsEntry?.()).filter(Boolean);
  const files = [...dropped.dataTransfer.files].map((file) => ({ file, path: file.name }));
  add(entries.length ? (await Promise.all(entries.map(within))).flat() : files);
});

form.classList.add("is-live");
if (document.querySelector("#state[data-reading]")) follow();
