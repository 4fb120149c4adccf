// Improves the pages of a sitting: keys, places by button, seconds in view, no form sent twice, the next page swapped in.
// Everything here can be missing: each page is a plain form, and on any doubt the browser goes on as if this file were not there.
const main = () => document.querySelector("main");
const find = (selector) => main().querySelector(selector);
const all = (selector) => [...main().querySelectorAll(selector)];

/* Seconds in view; they go on where the same question is shown once more, by a mistake in the form or by a reload */
let seen = 0, since = 0;
const running = () => (document.visibilityState === "visible" ? performance.now() - since : 0);
addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") seen += performance.now() - since;
  else since = performance.now();
});
addEventListener("pagehide", () => {
  const field = find("[name=milliseconds]");
  if (field) remember(field.form.elements.ticket.value, seen + running());
});

function seenBefore() {
  const field = find("[name=milliseconds]");
  if (!field) return 0;
  const [ticket, time] = remembered();
  return Math.max(Number(field.value), ticket === field.form.elements.ticket.value ? time : 0);
}

function remember(ticket, time) {
  try {
    sessionStorage.setItem("seen", JSON.stringify([ticket, time]));
  } catch {} // a browser that keeps nothing
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem("seen")) ?? ["", 0];
  } catch {
    return ["", 0];
  }
}

/* Each page as it arrives */
function arrive() {
  [seen, since] = [seenBefore(), performance.now()];
  all("[data-order]").forEach(movable);
  all("[data-count]").forEach(counted);
  all("[data-stays]").forEach(staying);
  clearInterval(ticking);
  all("[data-seconds]").forEach(clock);
}

/* What was folded or unfolded stays so on the next question; the time left ticks, and what was filled in is sent when it is over */
const unfolded = new Set();
let ticking;
function staying(fold) {
  fold.open = unfolded.has(fold.dataset.stays);
  fold.addEventListener("toggle", () => unfolded[fold.open ? "add" : "delete"](fold.dataset.stays));
}

function clock(words) {
  const end = performance.now() + 1000 * words.dataset.seconds, form = words.closest("form");
  const tell = () => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    words.textContent = words.dataset.left.replace("{time}", `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
    if (left) return;
    clearInterval(ticking);
    if (words.isConnected) over(form);
  };
  ticking = setInterval(tell, 1000);
  tell();
}

/* When the time is over, only what was changed in this tab is sent: another may have kept more */
function over(form) {
  const button = form.querySelector("[data-over]"), fields = [...form.elements];
  if (!form.dataset.moved && !fields.some(changed)) {
    for (const field of fields) field.disabled = field !== button && !["csrf_token", "whose"].includes(field.name);
  }
  form.requestSubmit(button);
}

function changed(field) {
  if (field.closest(".movable")) return false;
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.type !== "select-one") return "defaultValue" in field && field.value !== field.defaultValue;
  return field.selectedIndex !== Math.max(0, [...field.options].findLastIndex((option) => option.defaultSelected));
}

/* Steps are put in order with a button up and a button down, where the page without this file has a list of places */
function movable(list) {
  list.classList.add("movable");
  const order = (step) => Number(step.querySelector("select").value) || Infinity;
  const steps = [...list.children];
  list.append(...steps.toSorted((one, other) => order(one) - order(other)));
  for (const button of list.querySelectorAll("[data-move]")) button.addEventListener("click", () => move(list, button));
  for (const step of steps) {
    step.querySelector(".moves").hidden = false;
    step.querySelector(".pick").hidden = true;
  }
  number(list);
}

function move(list, button) {
  const step = button.closest("li"), up = button.dataset.move === "up";
  const other = up ? step.previousElementSibling : step.nextElementSibling;
  if (!other) return;
  list.closest("form").dataset.moved = "";
  list.insertBefore(up ? step : other, up ? other : step);
  number(list);
  button.focus();
  const place = [...list.children].indexOf(step) + 1;
  const words = list.dataset.said.replace("{step}", step.querySelector("label").textContent.trim());
  find("[data-order-said]").textContent = words.replace("{place}", place).replace("{all}", list.children.length);
}

function number(list) {
  [...list.children].forEach((step, index, steps) => {
    step.querySelector("select").value = String(index + 1);
    step.querySelector("[data-move=up]").setAttribute("aria-disabled", index === 0);
    step.querySelector("[data-move=down]").setAttribute("aria-disabled", index === steps.length - 1);
  });
}

/* How many are chosen of how many */
function counted(words) {
  const tell = () => (words.textContent = words.dataset.count.replace("{chosen}", all(".option :checked").length));
  all(".option input").forEach((box) => box.addEventListener("change", tell));
  tell();
}

/* No form is sent twice; an answer carries its time; a page of the sitting is swapped in */
addEventListener("submit", (event) => {
  const form = event.target, submitter = event.submitter;
  if (form.hasAttribute("data-sent")) return event.preventDefault();
  form.setAttribute("data-sent", "");
  if (form.elements.milliseconds && form.hasAttribute("data-swap")) form.elements.milliseconds.value = Math.round(seen + running());
  if (form.elements.next) form.elements.next.value = location.pathname + location.search;
  if (form.matches("#display form")) {
    event.preventDefault();
    return dress(form);
  }
  if (!form.hasAttribute("data-swap")) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form));
  if (submitter?.name) fields.append(submitter.name, submitter.value);
  swap(form.action, { method: "POST", body: fields }, () => plain(form).requestSubmit(submitter));
});

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-swap]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented) return;
  event.preventDefault();
  swap(link.href, {}, () => location.assign(link.href));
});

/* What was chosen about the display is put on in place, so that nothing that is filled in is lost */
async function dress(form) {
  form.removeAttribute("data-sent");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", signal: AbortSignal.timeout(15000) });
    if (!answer.ok) return form.submit();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").documentElement;
    for (const mark of ["theme", "text", "keys"]) {
      if (mark in page.dataset) document.documentElement.dataset[mark] = page.dataset[mark];
      else delete document.documentElement.dataset[mark];
    }
    form.closest("[popover]").hidePopover();
  } catch {
    form.submit();
  }
}

function plain(form) {
  form.removeAttribute("data-swap");
  form.removeAttribute("data-sent");
  return form;
}

/* What could not be kept comes back as a page with its form, at once: to send it again by itself would wait in the same queue */
async function swap(address, how, otherwise) {
  const slow = how.body && setTimeout(sayThatItTakesLong, 2000);
  try {
    const answer = await fetch(address, { ...how, credentials: "same-origin", signal: AbortSignal.timeout(15000) });
    const failed = how.body && answer.status >= 500, wanted = answer.ok || answer.status === 422 || failed;
    if (!wanted || new URL(answer.url).origin !== location.origin || !answer.headers.get("content-type")?.startsWith("text/html")) return otherwise();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector(failed ? "main#main" : "main[data-sitting]");
    if (!next) return answer.redirected || !how.body ? location.assign(answer.url) : otherwise();
    const first = next.querySelector("[autofocus]") ?? next.querySelector("h1");
    first.removeAttribute("autofocus");
    if (failed) first.tabIndex = -1;
    const show = () => {
      main().replaceWith(document.adoptNode(next));
      document.title = page.title;
      if ((answer.redirected || !how.body) && answer.url !== location.href) history.pushState({}, "", answer.url);
      scrollTo(0, 0);
      arrive();
      first.focus({ preventScroll: true });
    };
    if (document.startViewTransition && !matchMedia("(prefers-reduced-motion: reduce)").matches) document.startViewTransition(show).ready.catch(() => {});
    else show();
  } catch {
    otherwise();
  } finally {
    clearTimeout(slow);
  }
}

function sayThatItTakesLong() {
  const words = find("[data-slow]");
  if (words) words.textContent = words.dataset.slow;
}
addEventListener("popstate", () => location.reload());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

/* Single keys, unless they are switched off or something is being typed */
const KEYS = { u: "[data-key=undo]", w: "[data-key=why]", f: "[data-key=flag]", 0: "[data-key=dont-know]" };
addEventListener("keydown", (event) => {
  if (document.documentElement.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea, [popover], [contenteditable]")) return;
  const key = event.key.toLowerCase();
  if (key === "?") document.querySelector("#keys")?.togglePopover();
  else if (/^[1-9]$/.test(key)) choose(all(".option input")[key - 1]);
  else if (key === "enter" && !event.target.closest("a, button, summary")) enter(event);
  else if (KEYS[key]) find(KEYS[key])?.click();
});

function choose(option) {
  option?.click();
  option?.focus();
}

function enter(event) {
  const next = find("[data-key=enter]");
  if (!next) return;
  event.preventDefault();
  next.click();
}

arrive();
