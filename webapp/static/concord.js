// Small improvements of pages that work without them.

// A form is sent once: a second press while the first is under way is ignored. The server refuses it as well.
// It may be sent again after a moment, for somebody who stopped the loading of a slow page.
const sent = new WeakMap();
const A_MOMENT = 4000;

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const before = sent.get(event.target);
  if (before !== undefined && performance.now() - before < A_MOMENT) event.preventDefault();
  else sent.set(event.target, performance.now());
});

// A page that comes back from the browser's memory may be sent again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) sent.delete(form);
});

// Distances to a moment are counted by minutes, from the clock of the page and not of the device.
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const opened = performance.now();
const official = document.querySelector("footer time[data-now]");
const start = official ? Date.parse(official.dataset.now) : Date.now();
const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always" });

function distance(milliseconds) {
  const away = Math.abs(milliseconds);
  const [size, unit] = away >= 2 * DAY ? [DAY, "day"] : away >= 2 * HOUR ? [HOUR, "hour"] : [MINUTE, "minute"];
  const whole = Math.floor(away / size);
  return whole ? words.format(milliseconds < 0 ? -whole : whole, unit) : null;
}

function count() {
  const now = start + performance.now() - opened;
  for (const element of document.querySelectorAll(".distance")) {
    const told = distance(Date.parse(element.dataset.at) - now);
    if (told && told !== element.textContent) element.textContent = told;
  }
}

if (document.querySelector(".distance")) setInterval(count, MINUTE);
