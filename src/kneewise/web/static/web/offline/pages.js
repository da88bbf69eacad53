// Pages that are kept for days without a connection, and how an old one is shown. Loaded by the worker.
"use strict";

const pages = (() => {
  // The form without the runs of its day: its date is its own, so that it is right on any day.
  const DIARY = "/diary/?run=none";
  const WITHOUT = "/without-connection/";
  const OTHER = "/without-connection/?other=1";
  const STEPS = [1, 2, 3, 4, 5, 6, 7].map((step) => `/guide/step${step}/`);
  const DATED = ["/", "/plan/", "/cadence/", "/strength/", "/strength/go/", "/ankle/", "/ankle/go/"];
  const ANY_DAY = [DIARY, WITHOUT, OTHER, "/waiting/", "/when-to-stop/", "/guide/", ...STEPS, "/more/"];
  const FRESH_MS = 600_000;
  const NOT_KEPT = ["content-encoding", "content-length", "transfer-encoding"];

  // Grows with each form that was sent: what was read before it is not kept after it.
  let changes = 0;

  const nameOf = ({ pathname, search }) => {
    if (pathname === "/diary/") return DIARY;
    return [WITHOUT, OTHER].includes(pathname + search) ? pathname + search : pathname;
  };
  const isKept = (url) => [...DATED, ...ANY_DAY].includes(url.pathname + url.search);
  const mark = (text, name) => text.match(new RegExp(`<body[^>]* data-${name}="([^"]*)"`))?.[1] ?? "";

  // The day is counted in the zone of the home, as on the page itself: a browser may be in another one.
  const FIGURES = { year: "numeric", month: "2-digit", day: "2-digit" };
  const calendar = (timeZone) => {
    try {
      return new Intl.DateTimeFormat("en", { ...FIGURES, timeZone });
    } catch {
      // A zone that this browser does not know: its own.
      return new Intl.DateTimeFormat("en", FIGURES);
    }
  };
  const today = ({ zone }) => {
    const [{ value: month }, , { value: day }, , { value: year }] = calendar(zone).formatToParts(new Date());
    return [year, month, day].join("-");
  };
  const yesterday = (page) => new Date(Date.parse(today(page)) - 86_400_000).toISOString().slice(0, 10);

  // Led on by the names of its exercises: a session that was begun before midnight is that of the day before.
  const isLedOn = ({ searchParams }) => searchParams.has("exercise");

  const close = async (names = [...DATED, DIARY]) => {
    changes += 1;
    await Promise.all(names.map((name) => vault.erase("pages", name)));
  };

  const keep = async (name, answer, since = changes) => {
    const text = await answer.text();
    const home = mark(text, "home");
    if (!home) return;
    if ((await vault.read("keys", "home")) !== home) {
      await close();
      since = changes;
      await vault.write("keys", "home", home);
    }
    const headers = [...answer.headers].filter(([one]) => !NOT_KEPT.includes(one));
    const [day, zone] = [mark(text, "day"), mark(text, "zone")];
    const page = { text, headers, day, zone, stop: /<body[^>]* data-stop/.test(text), at: Date.now() };
    const sealed = await vault.seal(name, page);
    if (since === changes) await vault.write("pages", name, sealed);
  };

  const read = async (name) => {
    const sealed = await vault.read("pages", name).catch(() => null);
    return sealed ? vault.unseal(name, sealed).catch(() => null) : null;
  };

  // A stop stays; a plan of another day, or one that does not know what waits, is not shown at all.
  const choose = async (url, diaryWaits) => {
    const name = nameOf(url);
    if (!DATED.includes(name)) return (await read(name)) ?? read(OTHER);
    const page = await read(name);
    const isOfItsDay = page && (page.day === today(page) || (isLedOn(url) && page.day === yesterday(page)));
    if (isOfItsDay && !diaryWaits) return page;
    const first = await read("/");
    return first?.stop ? first : read(WITHOUT);
  };

  const show = (page) => {
    const on = today(page);
    const shown = page.text
      .replace(" data-kept hidden", " data-kept")
      .replace(/name="key" value="[^"]*"/g, () => `name="key" value="${crypto.randomUUID()}"`)
      .replace(/(type="date" name="on") value="[^"]*" max="[^"]*"/, `$1 value="${on}" max="${on}"`);
    return new Response(shown, { headers: page.headers });
  };

  // Fetches anew what is missing or old, one after the other.
  const refresh = async () => {
    for (const name of [...DATED, ...ANY_DAY]) {
      const page = await read(name);
      if (page && page.day === today(page) && Date.now() - page.at < FRESH_MS) continue;
      const since = changes;
      const answer = await fetch(name, { redirect: "manual", credentials: "same-origin" });
      if (answer.status === 401) return close();
      if (answer.ok) await keep(name, answer, since);
      else await vault.erase("pages", name);
    }
  };

  return { DATED, ANY_DAY, nameOf, isKept, keep, close, read, choose, show, refresh, changes: () => changes };
})();
