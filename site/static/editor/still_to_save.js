// When Wagtail's own save is answered, it takes what the form holds by then for saved. What was written
// or chosen while the save was on its way would wait unsaved for the next change, and be lost without
// a word to somebody who leaves. So what was sent is compared with what is there.
(() => {
  // Wagtail does not count these as changes either.
  const OF_THE_FORM = ["csrfmiddlewaretoken", "loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id", "next"];

  const told = (value) => (value instanceof File ? `${value.name} ${value.size}` : value);
  const written = (data, answered) =>
    JSON.stringify(
      [...data]
        .filter(([name]) => !OF_THE_FORM.includes(name) && !name.startsWith("comments-") && !answered.has(name))
        .map(([name, value]) => [name, told(value)]),
    );

  let sent = null;
  document.addEventListener("w-autosave:save", (event) => (sent = event.detail.formData));

  // The form's own actions come first: it has just forgotten that it was changed.
  document.addEventListener("w-autosave:success", (event) => {
    const form = event.target;
    if (!sent) return;
    // The answer fills in what only the server knows, such as the numbers of new rows.
    const answered = new Set(Object.keys(event.detail.response.field_updates ?? {}));
    // Wagtail looks at the form every half second, finds it changed, and saves it again.
    if (written(sent, answered) !== written(new FormData(form), answered)) form.dataset.wUnsavedForceValue = "true";
  });
})();
