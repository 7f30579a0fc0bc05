// Pages in safe mode share one place in the tab's history, so that Back never leads to one.
// A link that is followed inside such a branch, or into one, takes the place of the page it stands
// on. Nothing is stored and nothing is sent: the branches stand on the script's own tag.
(() => {
  "use strict";

  const branches = document.currentScript.dataset.inside.split(" ");

  function isInside(path) {
    const whole = path.endsWith("/") ? path : `${path}/`;
    return branches.some((branch) => whole.startsWith(branch));
  }

  const readerIsInside = isInside(location.pathname);

  function opensHere(event, link) {
    const withKey = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    return (
      event.button === 0 &&
      !withKey &&
      (!link.target || link.target === "_self") &&
      !link.hasAttribute("download") &&
      (link.protocol === "http:" || link.protocol === "https:")
    );
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (event.defaultPrevented || !link || !opensHere(event, link)) return;
    if (readerIsInside || (link.origin === location.origin && isInside(link.pathname))) {
      event.preventDefault();
      location.replace(link.href);
    }
  });
})();
