// Answers for the pages where Kneewise itself does not: it keeps pages and entries, and sends what waits.
// Served from /worker.js, with the names of all static files before it (FILES).
"use strict";

const STATIC = "kneewise-static";
const LEAVING = ["/settings/forget/"];

let state = "";

const tell = async (words) => {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of open) page.postMessage(words);
};

const report = async () => tell({ rows: await outbox.list(), home: await vault.read("keys", "home"), state });

const flush = async () => {
  const before = (await outbox.rows()).length;
  state = await outbox.flush();
  const after = (await outbox.rows()).length;
  if (after < before) await pages.close(pages.DATED);
  await report();
};

const diaryWaits = async () => (await outbox.rows()).some(({ kind }) => kind === "diary");

// ---- Looking

const fallBack = async (url) => {
  const page = await pages.choose(url, await diaryWaits());
  return page ? pages.show(page) : Response.error();
};

const closed = async (answer) => {
  await pages.close();
  state = "closed";
  const waits = (await outbox.rows()).length;
  const page = waits ? await pages.read("/waiting/") : null;
  return page ? new Response(page.text, { headers: page.headers, status: 401 }) : answer;
};

const look = async (event) => {
  const url = new URL(event.request.url);
  const since = pages.changes();
  let answer;
  try {
    answer = await fetch(event.request);
  } catch {
    state = "gone";
    return fallBack(url);
  }
  if (answer.status === 401) return closed(answer);
  if (answer.ok && pages.isKept(url)) {
    const copy = answer.clone();
    event.waitUntil(pages.keep(pages.nameOf(url), copy, since).catch(() => null));
  }
  return answer;
};

const file = async (request) => {
  const answer = await fetch(request).catch(() => null);
  if (answer?.ok) {
    const copy = answer.clone();
    const kept = await caches.open(STATIC);
    await kept.put(request.url, copy).catch(() => null);
    return answer;
  }
  return (await caches.match(request.url)) ?? answer ?? Response.error();
};

// ---- Saying

// An answer without content leaves the page, and what was typed into it, where it is.
const unsaved = async (why, path) => {
  await tell({ unsaved: why, path });
  return new Response(null, { status: 204 });
};

const wait = async (path, fields) => {
  try {
    await outbox.put(path, fields);
  } catch {
    return unsaved("full", path);
  }
  return Response.redirect("/waiting/?kept=1", 303);
};

const say = async (event) => {
  const { pathname } = new URL(event.request.url);
  const fields = outbox.takes(pathname) ? [...(await event.request.clone().formData())] : [];
  const mayWait = outbox.part(fields, "key") !== "";
  const answer = await fetch(event.request).catch(() => null);
  const isLost = !answer || answer.status === 401 || answer.status === 403;
  if (isLost && mayWait) return wait(pathname, fields);
  if (!answer) return unsaved("gone", pathname);
  if (answer.type === "opaqueredirect" || answer.ok) {
    await pages.close(pathname === "/settings/" ? [...pages.DATED, ...pages.ANY_DAY] : pages.DATED);
    if (mayWait) await outbox.drop(outbox.part(fields, "key"));
  }
  return answer;
};

// ---- What the browser and the pages ask

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(STATIC).then((kept) => kept.addAll(FILES)));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin || url.pathname.startsWith("/open/")) return;
  if (LEAVING.includes(url.pathname)) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (request.mode !== "navigate") return;
  else if (request.method === "POST") event.respondWith(say(event));
  else event.respondWith(look(event));
});

const acts = {
  open: async () => {
    await flush();
    await pages.refresh().catch(() => null);
  },
  send: flush,
  list: report,
  drop: async ({ key }) => {
    await outbox.drop(key);
    await report();
  },
};

self.addEventListener("message", (event) => event.waitUntil(acts[event.data.act](event.data)));
