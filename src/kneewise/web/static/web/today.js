// Which day it is in the zone of the home, whatever zone the browser is in; Swedish writes a date as its fields do.
const write = (timeZone) => new Date().toLocaleDateString("sv", { timeZone });

export function today() {
  try {
    return write(document.body.dataset.zone);
  } catch {
    // A zone that this browser does not know: its own.
    return write();
  }
}
