// A button that says words aloud, where the browser has a voice for the language of the page.
const voice = () => globalThis.speechSynthesis?.getVoices().find((one) => one.lang.startsWith(document.documentElement.lang.slice(0, 2)));

function offer() {
  if (!voice() || document.querySelector("[data-say] > button")) return;
  for (const word of document.querySelectorAll("[data-say]")) {
    const button = document.getElementById("speaker").content.firstElementChild.cloneNode(true);
    if (button.ariaLabel) button.ariaLabel = button.ariaLabel.replace("{word}", word.dataset.say);
    button.addEventListener("click", () => say(word.dataset.say));
    word.append(button);
  }
}

function say(words) {
  const said = new SpeechSynthesisUtterance(words);
  said.voice = voice();
  said.lang = said.voice.lang;
  speechSynthesis.cancel();
  speechSynthesis.speak(said);
}

offer();
globalThis.speechSynthesis?.addEventListener?.("voiceschanged", offer);

// The next page of a sitting takes the place of the last: what is being read belongs to that
new MutationObserver(() => {
  globalThis.speechSynthesis?.cancel();
  offer();
}).observe(document.body, { childList: true });
