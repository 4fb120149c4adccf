// The sheet for the doctor, and printing.
for (const print of document.querySelectorAll("[data-print]")) {
  print.hidden = false;
  print.addEventListener("click", () => globalThis.print());
}

// The sheet for the doctor changes at once. The server is told which questions are picked, in which order, and nothing that is written here.
const picks = document.querySelector("[data-picks]");
if (picks) {
  const sheet = document.getElementById("sheet"), list = sheet.querySelector("ol");
  const [put, add] = ["put", "add"].map((name) => document.querySelector(`[data-${name}]`));
  const ticked = () => [...picks.elements.pick].filter((box) => box.checked).map((box) => box.value);
  const shown = () => [...list.children].filter((one) => !one.hidden);
  const keep = () => {
    const form = new FormData(), names = new Set(ticked());
    form.append("csrf_token", picks.elements.csrf_token.value);
    for (const { dataset } of shown()) if (names.has(dataset.id)) form.append("pick", dataset.id);
    fetch(picks.action, { method: "post", body: form, keepalive: true });
  };
  const number = () => {
    list.classList.toggle("unordered", !ticked().length);
    for (const one of list.children) {
      const places = shown(), at = places.indexOf(one);
      one.querySelector("[name=up]").setAttribute("aria-disabled", at === 0);
      one.querySelector("[name=down]").setAttribute("aria-disabled", at === places.length - 1);
    }
  };
  const tick = (box) => {
    const names = new Set(ticked()), those = [...list.querySelectorAll("[data-id]")];
    const one = those.find((item) => item.dataset.id === box.value);
    const last = those.filter((item) => item !== one && names.has(item.dataset.id)).pop();
    if (box.checked) last ? last.after(one) : list.prepend(one);
    for (const item of those) item.hidden = names.size ? !names.has(item.dataset.id) : "spare" in item.dataset;
  };
  const move = (button) => {
    const one = button.closest("li"), up = button.name === "up", places = shown();
    const other = places[places.indexOf(one) + (up ? -1 : 1)];
    if (!other) return;
    up ? other.before(one) : other.after(one);
    button.focus();
    const words = { question: one.querySelector(".ask").textContent.trim(), place: shown().indexOf(one) + 1, all: places.length };
    document.querySelector("[data-moved]").textContent = sheet.dataset.said.replace(/{(\w+)}/g, (_, name) => words[name]);
  };
  put.hidden = true;
  add.hidden = false;
  add.addEventListener("click", () => {
    const rows = list.querySelectorAll(".own-question"), own = rows[0].cloneNode(true);
    for (const one of own.querySelectorAll("*")) {
      for (const { name, value } of [...one.attributes]) one.setAttribute(name, value.replace(/\bown\d+/g, `own${rows.length + 1}`));
      if (one.matches("textarea")) one.value = "";
    }
    list.append(own);
    number();
    own.querySelector("textarea").focus();
  });
  picks.addEventListener("change", ({ target }) => (tick(target), number(), keep()));
  picks.addEventListener("submit", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const button = event.target.closest(".moves button");
    if (!button) return;
    event.preventDefault();
    move(button);
    number();
    keep();
  });
  for (const moves of list.querySelectorAll(".moves")) moves.hidden = false;
  number();
}
