// The way out of a page in safe mode: the page is covered at once, and the exit takes its place in
// the history. Shift three times does the same. Without this script the links still lead out.
(() => {
  "use strict";

  const PRESSES = 3;
  const FORGOTTEN_AFTER = 5000; // milliseconds, counted anew from every press

  const leave = document.querySelector(".leave");
  const said = leave.querySelector("[role=status]");
  const words = leave.dataset;
  const address = leave.querySelector("a").href;
  let cover = null;
  let presses = 0;
  let timer = 0;
  let shiftIsAlone = false;

  function go() {
    forget();
    if (!cover) {
      cover = document.createElement("div");
      cover.className = "cover";
      cover.setAttribute("role", "alert");
      document.documentElement.classList.add("leaving");
      document.body.append(cover);
      cover.textContent = words.loading;
    }
    location.replace(address);
  }

  function forget() {
    clearTimeout(timer);
    presses = 0;
    said.textContent = "";
  }

  function expire() {
    forget();
    said.textContent = words.forgotten;
    timer = setTimeout(forget, FORGOTTEN_AFTER);
  }

  function press() {
    presses += 1;
    if (presses === PRESSES) {
      go();
      return;
    }
    said.textContent = presses === 1 ? words.twoMore : words.oneMore;
    clearTimeout(timer);
    timer = setTimeout(expire, FORGOTTEN_AFTER);
  }

  for (const link of document.querySelectorAll("a[data-exit]")) {
    link.addEventListener("click", (event) => {
      // Whatever key is held down: somebody in a hurry must not find this page still here.
      event.preventDefault();
      go();
    });
  }

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

  // A browser may show a page again as it was left: covered.
  window.addEventListener("pageshow", () => {
    forget();
    document.documentElement.classList.remove("leaving");
    if (cover) cover.remove();
    cover = null;
  });
})();
