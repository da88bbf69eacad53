// What stays in this browser, encrypted with a key that no script can read out. Loaded by the worker.
"use strict";

const vault = (() => {
  const STORES = ["keys", "pages", "outbox"];

  const open = () =>
    new Promise((done, fail) => {
      const asked = indexedDB.open("kneewise", 1);
      asked.onupgradeneeded = () => STORES.forEach((name) => asked.result.createObjectStore(name));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });

  // One transaction; what it did is on the disk when this is done.
  const act = async (store, mode, work) => {
    const base = await open();
    try {
      return await new Promise((done, fail) => {
        const step = base.transaction(store, mode, { durability: "strict" });
        const asked = work(step.objectStore(store));
        step.oncomplete = () => done(asked?.result);
        step.onabort = () => fail(step.error);
      });
    } finally {
      base.close();
    }
  };

  const read = (store, name) => act(store, "readonly", (rows) => rows.get(name));
  const names = (store) => act(store, "readonly", (rows) => rows.getAllKeys());
  const all = (store) => act(store, "readonly", (rows) => rows.getAll());
  const write = (store, name, value) => act(store, "readwrite", (rows) => rows.put(value, name));
  const erase = (store, name) => act(store, "readwrite", (rows) => rows.delete(name));

  const key = async () => {
    const found = await read("keys", "main");
    if (found) return found;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    // Whoever was first has made the key; the other one takes it.
    await act("keys", "readwrite", (rows) => rows.add(made, "main")).catch(() => null);
    return read("keys", "main");
  };

  const how = (iv, name) => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) });

  const seal = async (name, value) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    return { iv, data: await crypto.subtle.encrypt(how(iv, name), await key(), plain) };
  };

  const unseal = async (name, { iv, data }) => {
    const plain = await crypto.subtle.decrypt(how(iv, name), await key(), data);
    return JSON.parse(new TextDecoder().decode(plain));
  };

  return { read, names, all, write, erase, seal, unseal };
})();
