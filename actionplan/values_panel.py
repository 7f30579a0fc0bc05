"""The figures of an indicator in its form: folded, so that a new one is added without a long way."""

from wagtail.admin.panels import InlinePanel

from actionplan.models.indicator_value import IndicatorValue


class ValuesPanel(InlinePanel):
    """Rows of figures, the newest last and nearest to the button for a new one.

    Wagtail draws the rows. A script folds those that are saved, names each by what it says, and
    keeps all but the newest behind a button.
    """

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "actionplan/admin/values.html"

        def __init__(self, **kwargs) -> None:
            super().__init__(**kwargs)
            if self.form is not None:
                self.children.sort(key=_place)


def _place(row) -> tuple:
    """New rows, which may be half filled in, stay where they were: last."""
    value: IndicatorValue = row.form.instance
    if value.pk is None:
        return (1, ())
    return (0, tuple(-part if isinstance(part, int) else part for part in value.order()))
