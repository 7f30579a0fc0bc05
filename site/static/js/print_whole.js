/* Paper has no next page to go to: before a part of a long list is printed the whole takes its
   place, and afterwards the part is back. Without this the part says where the whole is. */
{
  const part = document.querySelector("[data-whole]");
  let whole = null;
  addEventListener("beforeprint", () => {
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
