// What was answered here stands there again when the page is loaded once more. This tab alone holds it: until it is sent, and for the day.
"use strict";

{
  const NAME = "kneewise.answers";
  const { home, day } = document.body.dataset;
  const form = document.querySelector("#screen");
  const fields = [...form.elements].filter((field) => field.matches("input[name]:not([data-view], [type=hidden])"));
  const isTicked = (field) => field.matches("[type=radio], [type=checkbox]");
  const groupOf = (name) => fields.filter((field) => field.name === name);
  const stateOf = (name) =>
    JSON.stringify(groupOf(name).map((field) => (isTicked(field) ? [field.value, field.checked] : ["", field.value])));

  const quietly = (work) => {
    try {
      return work();
    } catch {
      return null;
    }
  };

  const fill = (name, state) => {
    const group = groupOf(name);
    for (const [at, [, said]] of JSON.parse(state).entries()) {
      const part = isTicked(group[at]) ? "checked" : "value";
      // A radio button that is on says it for its question.
      group[at].toggleAttribute("data-filled", group[at][part] !== said && (said || group[at].type !== "radio"));
      group[at][part] = said;
    }
  };

  // What was sent as the page was left was told under its key; what stands there again is of the same form.
  const key = form.elements.key;

  // By question: what the program showed, and what was answered since. Where it shows something else now, that was said elsewhere.
  const shown = new Map(fields.map(({ name }) => [name, stateOf(name)]));
  const given = new Map();
  const forget = () => quietly(() => sessionStorage.removeItem(NAME));
  const held = quietly(() => JSON.parse(sessionStorage.getItem(NAME)));
  const isReloaded = performance.getEntriesByType("navigation")[0]?.type === "reload";
  const isRefused = document.querySelector("[id^=slip-], #problem");
  forget();
  if (isReloaded && !isRefused && held?.home === home && held.day === day) {
    key.value = held.key ?? key.value;
    for (const [name, was, is] of held.answers) {
      if (shown.get(name) !== was) continue;
      fill(name, is);
      given.set(name, is);
    }
  }

  const hold = () => {
    const answers = [...given].map(([name, is]) => [name, shown.get(name), is]);
    quietly(() => sessionStorage.setItem(NAME, JSON.stringify({ home, day, key: key.value, answers })));
  };
  if (given.size) hold();
  form.addEventListener("change", ({ target: { name } }) => {
    if (!shown.has(name)) return;
    given.set(name, stateOf(name));
    hold();
  });
  // What only goes on to the next question is not sent.
  addEventListener("submit", (event) => event.defaultPrevented || forget());
}
