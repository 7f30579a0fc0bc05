/* What a browser adds to a list of measures. It works without, by links and a button. */

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

/* Paper has no next page to go to: before a part of a long list is printed the whole takes its
   place, and afterwards the part is back. Without this the part says where the whole is. */
{
  const part = document.querySelector("[data-whole]");
  let whole = null;
  if (part) addEventListener("beforeprint", () => {
    // Printing waits for nothing that is fetched in the background.
    const request = new XMLHttpRequest();
    request.open("GET", part.dataset.whole, false);
    try {
      request.send();
    } catch {
      return;
    }
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    whole = request.status === 200 ? page.querySelector("[data-measures]") : null;
    if (whole) part.replaceWith(whole);
  });
  addEventListener("afterprint", () => whole?.replaceWith(part));
}
