// Improves sign up and sign in: the zone from the browser, a password that can be shown, no form sent twice.
const zone = document.querySelector("[data-zone]");
if (zone && !zone.hasAttribute("data-chosen")) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (here && ![...zone.options].some((option) => option.value === here)) zone.add(new Option(here));
  if (here) zone.value = here;
}

for (const button of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(button.dataset.shows);
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", shown);
  });
  field.form.addEventListener("submit", () => (field.type = "password"));
}

addEventListener("submit", (event) => {
  if (event.target.hasAttribute("data-sent")) event.preventDefault();
  event.target.setAttribute("data-sent", "");
});
addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((form) => form.removeAttribute("data-sent")));
