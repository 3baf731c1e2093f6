// Words that were typed and not sent survive a lost connection and a closed page, on this device alone.
// A form says so by data-keep, a name that is its own; the sentences come with it in the reader's language.

const PREFIX = "concord-draft:";
const PAUSE = 800;
const A_MONTH = 30 * 24 * 60 * 60 * 1000;

const forms = document.querySelectorAll("form[data-keep]");

function fieldsOf(form) {
  return [...form.querySelectorAll("textarea[name], input[type=text][name], input:not([type])[name]")];
}

function typedIn(form) {
  return Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

function write(key, draft) {
  try {
    if (draft) localStorage.setItem(PREFIX + key, JSON.stringify(draft));
    else localStorage.removeItem(PREFIX + key);
  } catch {
    // A device that keeps nothing: the form works as it does without script.
  }
}

function line(form) {
  const made = document.createElement("p");
  made.className = "small soft";
  made.setAttribute("role", "status");
  form.append(made);
  return made;
}

function say(place, words, at) {
  const hour = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  place.textContent = words.replace("{time}", hour.format(at));
}

function keep(form) {
  const key = form.dataset.keep;
  const given = typedIn(form);
  const kept = read(key);
  const status = line(form);
  let waiting;

  // What the server sent back after a fault is newer than what was kept.
  if (kept && kept.before === JSON.stringify(given)) {
    for (const field of fieldsOf(form)) if (field.name in kept.typed) field.value = kept.typed[field.name];
    say(status, form.dataset.restored, kept.at);
    const forget = document.createElement("button");
    forget.type = "button";
    forget.className = "as-link small";
    forget.textContent = form.dataset.forget;
    forget.addEventListener("click", () => {
      write(key, null);
      for (const field of fieldsOf(form)) field.value = given[field.name];
      status.textContent = "";
    });
    status.append(" ", forget);
  }

  function store() {
    write(key, { typed: typedIn(form), before: JSON.stringify(given), at: Date.now() });
    say(status, form.dataset.kept, Date.now());
  }

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(store, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    write(key, { typed: typedIn(form), before: JSON.stringify(given), at: Date.now(), sent: true });
  });
  window.addEventListener("pagehide", () => {
    if (!read(key)?.sent && JSON.stringify(typedIn(form)) !== JSON.stringify(given)) store();
  });
}

// Sent words are forgotten once a page of ours says that they arrived: a lost connection says nothing.
function arrived() {
  if (!document.querySelector(".flash-ok")) return;
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(PREFIX) && read(name.slice(PREFIX.length))?.sent) localStorage.removeItem(name);
  }
}

function clear(every) {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(PREFIX)) continue;
    const kept = read(name.slice(PREFIX.length));
    if (every || !kept || Date.now() - kept.at > A_MONTH) localStorage.removeItem(name);
  }
}

// Whoever signs out on a shared device leaves nothing behind.
for (const form of document.querySelectorAll("form[data-forgets]")) form.addEventListener("submit", () => clear(true));

try {
  arrived();
  clear(false);
  for (const form of forms) keep(form);
} catch {
  // No storage on this device.
}
