// Keeps the screen on while somebody exercises; a browser lets go of it whenever the page is hidden.
let wanted = false;
let lock = null;

async function ask() {
  try {
    lock = (await navigator.wakeLock?.request("screen")) ?? null;
    if (!wanted) release();
  } catch {
    lock = null;
  }
}

export function hold() {
  if (wanted) return;
  wanted = true;
  ask();
}

export function release() {
  wanted = false;
  lock?.release();
  lock = null;
}

document.addEventListener("visibilitychange", () => {
  if (wanted && document.visibilityState === "visible") ask();
});
