// Tells how much matches as soon as something is chosen, and unfolds the time limit for an exam. Without it the button "Count again" does
// the one, and a press the other.
const form = document.querySelector("[data-matching]");
let asked = 0;
form.querySelector("[name=count]").hidden = true;
form.addEventListener("change", async (event) => {
  if (event.target.name === "mode" && event.target.value === "exam") form.elements.minutes.closest("details").open = true;
  const number = ++asked, chosen = new FormData(form);
  for (const name of ["csrf_token", "whose", "seed"]) chosen.delete(name);
  try {
    const answer = await fetch(`${form.dataset.matching}?${new URLSearchParams(chosen)}`, { credentials: "same-origin", signal: AbortSignal.timeout(15000) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html"), found = page.querySelector("#matching");
    if (!answer.ok || !found || number !== asked) return;
    document.querySelector("#matching").replaceWith(document.adoptNode(found));
    const counts = form.querySelectorAll(".count");
    page.querySelectorAll(".count").forEach((count, place) => (counts[place].textContent = count.textContent));
  } catch {} // the page stays as it was
});
