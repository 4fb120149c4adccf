// Wherever a page can be hidden at once.
// The page is gone before the server knows of it, and the blank one stands in its place in the history. Where the server cannot be told,
// nothing comes back: the page stays empty, under the address of the blank one, and says that answers are left and how to be rid of them.
addEventListener("submit", (event) => {
  const { hide, left } = event.target.dataset;
  if (!hide) return;
  event.preventDefault();
  const form = new FormData(event.target);
  document.body.replaceChildren(document.createElement("main")); // empty, for the modules beside this one
  document.title = "";
  globalThis.speechSynthesis?.cancel();
  sessionStorage.clear();
  const told = fetch(event.target.action, { method: "post", body: form, keepalive: true });
  told.then((answer) => answer.ok && answer.text()).catch(() => false).then((done) => (done === false ? stay(hide, left) : location.replace(hide)));
});

function stay(address, words) {
  history.replaceState(null, "", address);
  document.querySelectorAll("link[rel=stylesheet]").forEach((sheet) => sheet.remove());
  const said = document.createElement("p");
  said.role = "status";
  said.textContent = words;
  document.body.append(said);
}
