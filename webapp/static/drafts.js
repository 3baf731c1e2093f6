// Words that were typed and not sent survive a lost connection and a closed page, on this device alone.
// A form says so by data-keep, a name that is its own; the sentences come with it in the reader's language.
// Each tab keeps its own words, so that two tabs with the same form never overwrite each other.

const PREFIX = "concord-draft:";
const FORGET = "concord-forget";
const BETWEEN = "\n";
const PAUSE = 800;
const A_MONTH = 30 * 24 * 60 * 60 * 1000;
const ARRIVED = "concord-arrived";
const REMEMBERED = 50;

let forgotten = false;

// What the device allows: a browser may forbid storage, and it may be full.
function stored(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function nameOfTab() {
  const kept = stored(() => sessionStorage.getItem("concord-tab"));
  const name = kept ?? Math.random().toString(36).slice(2);
  stored(() => sessionStorage.setItem("concord-tab", name));
  return name;
}

const tab = nameOfTab();

function read(name) {
  return stored(() => JSON.parse(localStorage.getItem(name))) ?? null;
}

function write(name, draft) {
  return stored(() => {
    localStorage.setItem(name, JSON.stringify(draft));
    return true;
  });
}

function remove(name) {
  stored(() => localStorage.removeItem(name));
}

// Every draft on the device whose name begins so, the newest first.
function drafts(beginning) {
  const names = stored(() => Object.keys(localStorage)) ?? [];
  return names
    .filter((name) => name.startsWith(beginning))
    .map((name) => ({ name, draft: read(name) }))
    .sort((one, other) => (other.draft?.at ?? 0) - (one.draft?.at ?? 0));
}

function fieldsOf(form) {
  return [...form.querySelectorAll("textarea[name], input[type=text][name], input:not([type])[name]")];
}

function typedIn(form) {
  return Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
}

// What the server put there, whatever a browser has written over it since.
function givenTo(form) {
  return Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.defaultValue]));
}

function fill(form, typed) {
  for (const field of fieldsOf(form)) if (field.name in typed) field.value = typed[field.name];
}

function line(form) {
  const made = document.createElement("p");
  made.className = "small soft";
  made.setAttribute("role", "status");
  form.append(made);
  return made;
}

function told(words, at = 0) {
  const hour = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  return words.replace("{time}", hour.format(at));
}

function say(place, words, at) {
  place.textContent = told(words, at);
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "as-link small";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function keep(form) {
  const beginning = PREFIX + form.dataset.keep + BETWEEN;
  const own = beginning + tab;
  const given = givenTo(form);
  const before = JSON.stringify(given);
  const status = line(form);
  let waiting;

  // What the server sent back after a fault is newer than what was kept; what was kept for other words is left alone.
  const kept = drafts(beginning).filter(({ draft }) => draft?.before === before);
  const [newest, ...others] = kept;
  if (newest) restore(newest, others);

  function restore({ name, draft }, rest) {
    fill(form, draft.typed);
    say(status, form.dataset.restored, draft.at);
    status.append(
      " ",
      button(form.dataset.forget, () => {
        clearTimeout(waiting);
        remove(name);
        remove(own);
        fill(form, given);
        status.textContent = "";
      }),
    );
    for (const other of rest) {
      if (JSON.stringify(other.draft.typed) === JSON.stringify(draft.typed)) continue;
      status.append(" ", button(told(form.dataset.other, other.draft.at), () => restore(other, [{ name, draft }])));
    }
    if (name !== own && draft.left) {
      // Its tab is closed: the words move here.
      if (write(own, { ...draft, left: false })) remove(name);
    }
  }

  function draft(more) {
    return { typed: typedIn(form), before, at: Date.now(), key: keyOf(form), ...more };
  }

  function store(more) {
    if (forgotten || spent().includes(keyOf(form))) return;
    if (write(own, draft(more))) say(status, form.dataset.kept, Date.now());
    else say(status, form.dataset.unkept);
  }

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(store, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    store();
    if (navigator.onLine === false) {
      event.preventDefault();
      say(status, form.dataset.offline);
      status.setAttribute("role", "alert");
      addEventListener("online", () => say(status, form.dataset.online), { once: true });
      return;
    }
    // What was sent is ours to bring back, if it did not arrive; the browser shall not show it again as if it were new.
    form.autocomplete = "off";
  });
  addEventListener("pagehide", () => {
    clearTimeout(waiting);
    if (JSON.stringify(typedIn(form)) !== before) store({ left: true });
  });
}

// The key by which the server knows a form again.
function keyOf(form) {
  return form.elements.namedItem("idempotency_key")?.value ?? "";
}

// Keys of forms that have arrived, the last ones.
function spent() {
  return read(ARRIVED) ?? [];
}

// Words are forgotten once a page of ours says that the form in which they were sent has arrived: by its own key, so
// that the arrival of one form is never taken for that of another. A lost connection says nothing.
function arrived() {
  const keys = document.querySelector(`meta[name=${ARRIVED}]`)?.content.split(" ") ?? [];
  if (!keys.length) return;
  write(ARRIVED, [...spent(), ...keys].slice(-REMEMBERED));
  for (const { name, draft } of drafts(PREFIX)) if (keys.includes(draft?.key)) remove(name);
}

// A page that comes back from the browser's memory with a form that has arrived is asked for anew, with a fresh form.
addEventListener("pageshow", (event) => {
  if (event.persisted && [...document.forms].some((form) => spent().includes(keyOf(form)))) location.reload();
});

function clear(every) {
  for (const { name, draft } of drafts(PREFIX)) {
    if (every || !draft || Date.now() - draft.at > A_MONTH) remove(name);
  }
}

// Whoever signs out on a shared device leaves nothing behind, in no tab.
for (const form of document.querySelectorAll("form[data-forgets]")) {
  form.addEventListener("submit", () => {
    forgotten = true;
    clear(true);
    stored(() => localStorage.setItem(FORGET, String(Date.now())));
  });
}
addEventListener("storage", (event) => {
  if (event.key === FORGET) forgotten = true;
});

arrived();
clear(false);
for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
