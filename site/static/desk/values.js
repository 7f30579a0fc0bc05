// The figures of an indicator in its form. Saved rows are folded and named by what they say, and
// only the newest stand open to see, so that the button for a new one is near.
(() => {
  const SHOWN = 4;

  const text = (row, name) => {
    const field = row.querySelector(`[name$="-${name}"]`);
    return (field?.tagName === "SELECT" ? field.selectedOptions[0]?.text : field?.value)?.trim() ?? "";
  };

  // "2019–2020, Exempelkommun, kvinnor: 12,5", or why there is no figure.
  const name = (row) => {
    const period = [text(row, "period_from"), text(row, "period_to")].filter(Boolean).join("–");
    const whom = [period, text(row, "geography"), text(row, "group")].filter(Boolean).join(", ");
    const figure = text(row, "value") || text(row, "status");
    const heading = row.querySelector("[data-panel-heading-text]");
    if (whom) heading.textContent = `${whom}: ${figure}`;
  };

  const isSaved = (row) => Boolean(row.querySelector('input[name$="-id"]')?.value);
  const isWrong = (row) => row.querySelector('.error-message, .w-field--error, [aria-invalid="true"]') !== null;

  const begin = (panel) => {
    const forms = document.getElementById(panel.dataset.values);
    const button = panel.querySelector("[data-older]");
    const saved = [...forms.children].filter((row) => isSaved(row) && !isWrong(row));
    for (const row of saved) {
      name(row);
      row.querySelector('[data-panel-toggle][aria-expanded="true"]')?.click();
    }
    forms.addEventListener("change", (event) => {
      const row = event.target.closest("[data-inline-panel-child]");
      if (row) name(row);
    });
    const older = saved.slice(0, -SHOWN);
    if (!older.length) return;
    for (const row of older) row.hidden = true;
    button.textContent = older.length === 1 ? "Visa ett äldre värde" : `Visa ${older.length} äldre värden`;
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const row of older) row.hidden = false;
      button.hidden = true;
      older[0].querySelector("[data-panel-toggle]").focus();
    });
  };

  // When Wagtail has made its panels ready to fold.
  addEventListener("load", () => document.querySelectorAll("[data-values]").forEach(begin));
})();
