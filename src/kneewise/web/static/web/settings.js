// Names the countries that are offered, in the language of the page: the browser knows them all.
"use strict";

const names = new Intl.DisplayNames([document.documentElement.lang], { type: "region" });
for (const option of document.querySelectorAll("#offers-settings-country option")) option.label = names.of(option.value);
