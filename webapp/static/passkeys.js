// Passkeys: the page's form asks the server what to sign, the browser signs, the form is sent as any other.
// Without this script the form stays hidden and the sentence beside it says what to do instead.

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

function text(buffer) {
  if (!buffer) return null;
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function asked(options) {
  const made = { ...options, challenge: bytes(options.challenge) };
  if (options.user) made.user = { ...options.user, id: bytes(options.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (options[list]) made[list] = options[list].map((one) => ({ ...one, id: bytes(one.id) }));
  }
  return made;
}

function answered(credential) {
  const { response } = credential;
  const told = { clientDataJSON: text(response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) told[part] = text(response[part]);
  }
  return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response: told });
}

function say(form, words) {
  let place = form.querySelector("[data-said]");
  if (!place) {
    place = document.createElement("p");
    place.className = "err";
    place.dataset.said = "";
    place.setAttribute("role", "alert");
    form.prepend(place);
  }
  place.textContent = words;
}

async function optionsOf(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
  if (!answer.ok || answer.redirected) throw new RangeError();
  return asked(await answer.json());
}

async function ask(form) {
  try {
    const publicKey = await optionsOf(form);
    const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
    form.elements.answer.value = answered(credential);
  } catch (error) {
    say(form, error instanceof RangeError ? form.dataset.refused : form.dataset.stopped);
    return;
  }
  form.submit();
}

if (window.PublicKeyCredential) {
  for (const note of document.querySelectorAll("[data-without-passkeys]")) note.hidden = true;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form);
    });
  }
}
