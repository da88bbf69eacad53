// The session was saved: this browser keeps nothing more of it.
"use strict";

const saved = `kneewise.session.${document.currentScript.dataset.kind}.`;
for (const key of Object.keys(localStorage)) if (key.startsWith(saved)) localStorage.removeItem(key);
history.replaceState(null, "", location.pathname);
