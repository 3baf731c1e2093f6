// Single keys that press what stands on the page. The table comes with the page (data-keys on body); it is empty where
// the reader turned the keys off. A control says what it is by data-act, a thing among others by data-stop.

const acts = new Map(
  (document.body.dataset.keys ?? "").split(" ").filter(Boolean).map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);
const FIELDS = "input, textarea, select, [contenteditable]";
const STOP = "[data-stop]";

function shown(element) {
  return element.getClientRects().length > 0;
}

function stops() {
  return [...document.querySelectorAll(STOP)].filter(shown);
}

// Where the reader is: at what has the focus, else at what the address names.
function at() {
  return document.activeElement?.closest(STOP) ?? document.querySelector(":target")?.closest(STOP) ?? null;
}

// The first thing in sight, for a reader who has only scrolled so far.
function inSight(all) {
  return all.find((stop) => stop.getBoundingClientRect().bottom > 0);
}

function enter(stop) {
  const way = stop.querySelector("a, button") ?? stop;
  if (way === stop) stop.tabIndex = -1;
  stop.scrollIntoView({ block: stop.offsetHeight > innerHeight ? "start" : "nearest" });
  way.focus({ preventScroll: true, focusVisible: true });
}

function step(by) {
  const all = stops();
  const now = at();
  const next = now ? all[all.indexOf(now) + by] : inSight(all);
  if (next) enter(next);
}

// The nearest control for an act: in the thing the reader is at, in what that stands in, else on the page itself.
function controlFor(act) {
  const wanted = `[data-act~="${act}"]`;
  for (let stop = at() ?? inSight(stops()); stop; stop = stop.parentElement?.closest(STOP)) {
    const inside = [...stop.querySelectorAll(wanted)].find(shown);
    if (inside) return inside;
  }
  // What is folded away at the moment can be reached all the same.
  const everywhere = [...document.querySelectorAll(wanted)].filter((control) => !control.closest(STOP));
  return everywhere.find(shown) ?? everywhere[0] ?? (act === "close" ? document.querySelector(wanted) : undefined);
}

function press(control) {
  if (control.matches(FIELDS)) control.focus();
  else control.click();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target instanceof Element && event.target.closest(FIELDS)) return;
  const act = acts.get(event.key);
  if (!act) return;
  if (act === "next" || act === "previous") {
    if (stops().length === 0) return;
    event.preventDefault();
    step(act === "next" ? 1 : -1);
    return;
  }
  const control = controlFor(act);
  if (!control || event.repeat) return;
  event.preventDefault();
  press(control);
});
