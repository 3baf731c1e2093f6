// Words selected in a provision become the words concerned: they fill the form that is open for it, or are offered
// beside it. What the reader sees but does not read as text (words for screen readers, proponents) is left out.

const PAUSE = 250;
const LEAST = 2;
const offer = document.querySelector("template[data-words]");
let waiting;

// The form that is open for a provision, by its field.
function fieldIn(provision) {
  return provision.querySelector(".under form [name=words]");
}

function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const [first, last] = [range.startContainer, range.endContainer].map((node) => node.parentElement);
  const text = first?.closest(".prov > .txt p");
  if (!text || last?.closest(".prov > .txt p") !== text) return null;
  const across = first.closest(".alt") !== last.closest(".alt");
  const copy = range.cloneContents();
  for (const unread of copy.querySelectorAll(".vh, .by")) unread.remove();
  const words = copy.textContent.replace(/\s+/g, " ").trim();
  return words.length < LEAST ? null : { provision: text.closest(".prov"), words, across };
}

function withdraw() {
  for (const made of document.querySelectorAll("[data-offer]")) made.remove();
}

function write(field, words) {
  if (field.value === words) return;
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function show(found) {
  const made = offer.content.firstElementChild.cloneNode(true);
  const [way, apart] = [made.querySelector("a, button"), made.querySelector("[data-across]")];
  const field = fieldIn(found.provision);
  const link = found.provision.querySelector(".notes [data-act~=comment], .notes [data-act~=open]");
  if (found.across) way.remove();
  else apart.remove();
  if (!found.across && field) {
    write(field, found.words);
    way.addEventListener("click", (event) => {
      event.preventDefault();
      field.form.querySelector("textarea")?.focus();
    });
  } else if (!found.across && link) {
    const address = new URL(link.href);
    address.searchParams.set("words", found.words);
    way.href = address;
  }
  found.provision.querySelector(".notes").append(made);
}

document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    // Whoever goes to the offer by keyboard may lose the selection on the way; the offer stays until another comes.
    const found = selected();
    if (!found) return;
    withdraw();
    show(found);
  }, PAUSE);
});

// Words that came with the address are written once; a draft that was kept stays as it is from then on.
const brought = new URL(location.href);
const words = brought.searchParams.get("words");
if (words !== null) {
  const field = document.querySelector(".under form [name=words]");
  if (field) write(field, words);
  brought.searchParams.delete("words");
  history.replaceState(history.state, "", brought);
  field?.form.querySelector("textarea")?.focus();
}
