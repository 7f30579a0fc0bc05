// One form makes one page. Half a second after a change Wagtail saves by itself, also when a button
// has been pressed meanwhile: the form of something new is then sent twice and makes two drafts. So
// a button waits for a save that is on its way, and after it nothing is saved by itself.
(() => {
  const ANSWERS = ["w-autosave:success", "w-autosave:error"];
  // A server that never answers must not hold anybody back for ever.
  const PATIENCE = 30_000; // milliseconds

  let isSaving = false;
  let isWaiting = false;
  let isLeaving = false;

  document.addEventListener("w-autosave:save", (event) => {
    if (isLeaving) event.preventDefault();
    else isSaving = true;
  });
  for (const answer of ANSWERS) document.addEventListener(answer, () => (isSaving = false));

  const answered = () =>
    new Promise((resolve) => {
      for (const answer of ANSWERS) document.addEventListener(answer, resolve, { once: true });
      setTimeout(resolve, PATIENCE);
    });

  const send = (form, button) => {
    // A button that shows that something goes on is disabled, and would not be sent along.
    const isDisabled = button?.disabled ?? false;
    if (isDisabled) button.disabled = false;
    form.requestSubmit(button);
    if (isDisabled) button.disabled = true;
  };

  // Before what Wagtail does about it.
  document.addEventListener(
    "submit",
    async (event) => {
      const form = event.target;
      if (!form.matches("[data-edit-form]")) return;
      isLeaving = true;
      if (!isSaving) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isWaiting) return;
      isWaiting = true;
      await answered();
      isSaving = isWaiting = false;
      send(form, event.submitter);
    },
    { capture: true },
  );

  // Back again, with the form as it was left.
  window.addEventListener("pageshow", () => (isLeaving = false));
})();
