// Advice on the text in Wagtail's panel of checks. The preview carries the advice; here it is shown.
(() => {
  const rows = () => document.querySelectorAll("[data-text-advice-row]").length;
  const wagtails = () => document.querySelectorAll("[data-checks-panel] [data-content-checker-row]").length;

  // What the preview says of the text; nothing before it has been shown, or where it is no page.
  const told = () => {
    const preview = document.getElementById("w-preview-iframe")?.contentDocument;
    const json = preview?.querySelector("wagtail-userbar")?.shadowRoot?.getElementById("text-advice");
    return json ? JSON.parse(json.textContent) : null;
  };

  const readability = (list, found) => {
    const items = found.map((one) => {
      const item = document.createElement("li");
      const reached = one.reached ? "målet är högst" : "över målet, som är högst";
      item.textContent = `${one.name}: LIX ${one.lix}, ${one.band} (${reached} ${one.goal})`;
      return item;
    });
    if (!items.length) {
      items.push(document.createElement("li"));
      items[0].textContent = "För lite text att räkna på";
    }
    list.replaceChildren(...items);
  };

  const field = (path) => {
    let found = document.querySelector("[data-edit-form]");
    for (const part of path) {
      found = found?.querySelector(`[data-contentpath="${CSS.escape(part)}"]`) ?? found;
    }
    return found;
  };

  // Open what is folded or behind a tab, go there, and put the cursor in it.
  const show = (path) => {
    const place = field(path);
    const tab = place.closest('[role="tabpanel"]');
    if (tab?.hidden) document.querySelector(`[role="tab"][href="#${CSS.escape(tab.id)}"]`)?.click();
    for (let panel = place.closest("[data-panel]"); panel; panel = panel.parentElement?.closest("[data-panel]")) {
      panel.querySelector(':scope > * > [data-panel-toggle][aria-expanded="false"]')?.click();
    }
    // On a phone the panel lies over the form.
    if (matchMedia("(max-width: 49.9375em)").matches) {
      document.querySelector('[data-side-panel-toggle="checks"]').click();
    }
    place.scrollIntoView({ block: "center" });
    place.querySelector('[contenteditable="true"], textarea, input:not([type="hidden"]), select')?.focus();
  };

  const advice = (list, template, found) => {
    const made = found.map((one) => {
      const row = template.content.cloneNode(true);
      row.querySelector("[data-found]").textContent = one.found;
      row.querySelector("[data-do]").textContent = one.do;
      const quote = row.querySelector("[data-quote]");
      if (one.quote) quote.textContent = one.quote;
      else quote.remove();
      const button = row.querySelector("[data-show]");
      button.querySelector("[data-where]").textContent = one.where;
      if (one.path.length) button.addEventListener("click", () => show(one.path));
      else button.remove();
      return row;
    });
    list.replaceChildren(...made);
  };

  const counters = () => [
    document.querySelector('[data-side-panel-toggle="checks"] [data-side-panel-toggle-counter]'),
    document.querySelector('[data-side-panel="checks"] [data-content-checker-count]'),
  ];

  // Wagtail counts its own findings; the reader of the number wants all of them.
  const count = () => {
    const all = rows() + wagtails();
    const [toggle, inPanel] = counters();
    for (const counter of [toggle, inPanel]) {
      if (counter.textContent !== `${all}`) counter.textContent = all;
    }
    toggle.hidden = all === 0;
    inPanel.classList.toggle("has-errors", all > 0);
    document.querySelector("[data-text-nothing]").hidden = all > 0;
  };

  document.addEventListener("w-preview:updated", () => {
    const list = document.querySelector("[data-text-advice]");
    const found = told();
    if (!list || !found) return;
    advice(list, document.getElementById("text-advice-template"), found.advice);
    readability(document.querySelector("[data-text-readability]"), found.readability);
    count();
  });

  // Wagtail rounds a short text down to no time at all.
  const readingTime = () => document.querySelector("[data-content-reading-time]");
  const aMoment = () => {
    if (readingTime().textContent === "0 min") readingTime().textContent = "under 1 min";
  };

  // Wagtail writes its number after each of its checks, also where it finds nothing.
  document.addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector("[data-text-advice]")) return;
    const watcher = new MutationObserver(count);
    for (const counter of counters()) watcher.observe(counter, { childList: true });
    new MutationObserver(aMoment).observe(readingTime(), { childList: true });
  });
})();
