// The way out of a page in safe mode: the page is covered at once, and the exit takes its place in
// the history. Shift three times does the same. Without this script the links still lead out.
// It runs before there is a page to see, so that nothing is shown that cannot be left.
(() => {
  "use strict";

  const PRESSES = 3;
  const FORGOTTEN_AFTER = 5000; // milliseconds, counted anew from every press

  let cover = null;
  let presses = 0;
  let timer = 0;
  let shiftIsAlone = false;

  // What stands in the page is looked for when it is used: the script is there before it.
  function words() {
    return document.querySelector(".leave").dataset;
  }

  function say(text) {
    const status = document.querySelector(".leave [role=status]");
    if (status) status.textContent = text;
  }

  function go() {
    forget();
    if (!cover) {
      cover = document.createElement("div");
      cover.className = "cover";
      cover.setAttribute("role", "alert");
      document.documentElement.classList.add("leaving");
      document.body.append(cover);
      cover.textContent = words().loading;
    }
    location.replace(document.querySelector("a[data-exit]").href);
  }

  function forget() {
    clearTimeout(timer);
    presses = 0;
    say("");
  }

  function expire() {
    forget();
    say(words().forgotten);
    timer = setTimeout(forget, FORGOTTEN_AFTER);
  }

  function press() {
    if (!document.querySelector(".leave")) return;
    presses += 1;
    if (presses === PRESSES) {
      go();
      return;
    }
    say(presses === 1 ? words().twoMore : words().oneMore);
    clearTimeout(timer);
    timer = setTimeout(expire, FORGOTTEN_AFTER);
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-exit]")) return;
    // Whatever key is held down: somebody in a hurry must not find this page still here.
    event.preventDefault();
    go();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      shiftIsAlone = false;
      forget();
    } else if (!event.repeat) {
      shiftIsAlone = !(event.ctrlKey || event.altKey || event.metaKey);
    }
  });

  document.addEventListener("keyup", (event) => {
    if (event.key === "Shift" && shiftIsAlone) {
      shiftIsAlone = false;
      press();
    }
  });

  // Shift and a click is a way to open links, not to leave.
  document.addEventListener("pointerdown", () => {
    shiftIsAlone = false;
  });

  // A browser may show a page again as it was left: covered. The end of the first load counts for
  // nothing: it may come when the reader is already on her way.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    forget();
    document.documentElement.classList.remove("leaving");
    if (cover) cover.remove();
    cover = null;
  });
})();
