/* Lets a form of choices send itself when something is chosen by pointer or finger, and says so
   beforehand. With the keyboard each step through a list is a change, so there the button sends. */
for (const form of document.querySelectorAll("form[data-sends-itself]")) {
  let byHand = false;
  form.querySelector("[data-sends-itself-hint]").hidden = false;
  form.addEventListener("pointerdown", () => { byHand = true; });
  form.addEventListener("keydown", () => { byHand = false; });
  form.addEventListener("change", () => { if (byHand) form.requestSubmit(); });
  form.addEventListener("submit", () => {
    for (const list of form.querySelectorAll("select")) list.disabled = !list.value;
  });
  // A page that is come back to shows what its address says, and can be used again.
  addEventListener("pageshow", () => {
    for (const list of form.querySelectorAll("select")) list.disabled = false;
    form.reset();
  });
}
