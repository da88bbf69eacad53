// What was answered stands there again when the page is loaded once more; this tab alone holds it, and for the day.
"use strict";

{
  const NAME = "kneewise.answers";
  const { home, day } = document.body.dataset;
  const answers = document.querySelector("#screen");
  const fields = [...answers.elements].filter((field) => field.matches("input[name]:not([data-view], [type=hidden])"));
  const isTouched = (field) => field.matches("[type=radio], [type=checkbox]");
  const given = () => fields.map((field) => (isTouched(field) ? field.checked : field.value));

  const quietly = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };

  const fill = (held) => {
    for (const [at, field] of fields.entries()) field[isTouched(field) ? "checked" : "value"] = held.given[at];
  };

  // Another way to this page than a reload begins with what is kept; so does a form that was sent and refused.
  const isReloaded = performance.getEntriesByType("navigation")[0]?.type === "reload";
  const held = quietly(() => JSON.parse(sessionStorage.getItem(NAME)));
  const isOurs = held?.home === home && held.day === day && held.names === String(fields.map((field) => field.name));
  if (isReloaded && isOurs && !document.querySelector("[id^=slip-], #problem")) fill(held);
  else quietly(() => sessionStorage.removeItem(NAME));

  answers.addEventListener("change", () => {
    const names = String(fields.map((field) => field.name));
    quietly(() => sessionStorage.setItem(NAME, JSON.stringify({ home, day, names, given: given() })));
  });
}
