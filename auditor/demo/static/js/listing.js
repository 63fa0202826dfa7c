// Lists follow a filter or sort order as soon as it is chosen.

shop.on("#filters [data-resubmit], [form=filters][data-resubmit]", (control) => {
  control.addEventListener("change", () => control.form.requestSubmit());
});
