// Entries that wait to be sent: only unsent ones, each under the key of its form. Loaded by the worker.
"use strict";

const outbox = (() => {
  const PATHS = { "/diary/": "diary", "/strength/go/": "strength", "/ankle/go/": "ankle" };
  const TOKEN = "csrfmiddlewaretoken";

  const takes = (path) => path in PATHS;
  const part = (fields, name) => fields.find(([one]) => one === name)?.[1] ?? "";

  // The instant as this clock has it, with its offset: the day on which it was told.
  const told = (now = new Date()) => {
    const away = -now.getTimezoneOffset();
    const local = new Date(now.getTime() + away * 60_000).toISOString().slice(0, 19);
    const [hours, minutes] = [Math.floor(Math.abs(away) / 60), Math.abs(away) % 60];
    return `${local}${away < 0 ? "-" : "+"}${[hours, minutes].map((one) => String(one).padStart(2, "0")).join(":")}`;
  };

  const put = async (path, sent) => {
    const key = part(sent, "key");
    const fields = sent.filter(([name]) => name !== TOKEN);
    if (!part(fields, "told")) fields.push(["told", told()]);
    const sealed = await vault.seal(key, { path, fields });
    const row = { key, kind: PATHS[path], home: part(sent, "home"), at: Date.now(), state: "waits", sealed };
    await vault.write("outbox", key, row);
  };

  const rows = async () => (await vault.all("outbox")).sort((one, other) => one.at - other.at);
  const drop = (key) => vault.erase("outbox", key);

  const list = async () =>
    Promise.all(
      (await rows()).map(async ({ key, kind, home, at, state, sealed }) => {
        const open = await vault.unseal(key, sealed).catch(() => ({ path: "", fields: [] }));
        return { key, kind, home, at, state, ...open };
      }),
    );

  const post = async ({ key, sealed }, token) => {
    const { path, fields } = await vault.unseal(key, sealed);
    const body = new URLSearchParams([[TOKEN, token], ...fields]);
    return fetch(path, { method: "POST", body, redirect: "manual", credentials: "same-origin" });
  };

  // Sends what waits, the oldest first. A redirect says that it is stored; a reply that is lost says nothing.
  const send = async () => {
    const waits = (await rows()).filter(({ state }) => state === "waits");
    if (!waits.length) return "";
    const look = await fetch("/waiting/", { credentials: "same-origin" }).catch(() => null);
    if (!look?.ok) return look?.status === 401 ? "closed" : "gone";
    const text = await look.text();
    const home = text.match(/ data-home="([^"]*)"/)[1];
    const token = text.match(/name="csrfmiddlewaretoken" value="([^"]*)"/)[1];
    let how = "";
    for (const row of waits.filter((one) => one.home === home)) {
      const answer = await post(row, token).catch(() => null);
      if (!answer) return "gone";
      if (answer.type === "opaqueredirect") await drop(row.key);
      else if (answer.status === 401) return "closed";
      else if (answer.status === 403 || answer.status === 503) return "gone";
      // A fault over one entry: it goes on waiting, and holds up no other.
      else if (answer.status >= 500) how = "gone";
      else await vault.write("outbox", row.key, { ...row, state: "refused" });
    }
    return how;
  };

  // Two tabs, or a worker that was woken twice, send one after the other.
  const flush = () => navigator.locks.request("kneewise-outbox", send);

  return { takes, part, put, rows, drop, list, flush };
})();
