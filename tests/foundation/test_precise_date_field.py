"""A precise date survives the form, the database, the revision and the comparison."""

import datetime

import pytest
from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import FieldError, ValidationError
from django.db import models
from django.db.migrations.writer import MigrationWriter
from django.test.utils import isolate_apps
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.compare import comparison_class_registry

from foundation.precise_date import PreciseDate, PreciseDateField

JUNE = PreciseDate.of_month(2024, 6)
DATES = [
    PreciseDate.of_day(datetime.date(2024, 6, 13)),
    JUNE,
    PreciseDate.of_quarter(2024, 3),
    PreciseDate.of_year(2024),
    None,
]


@pytest.fixture
def decision():
    """A model with a date, and parts with a date of their own, that lives in no database."""
    with isolate_apps("foundation"):

        class Decision(ClusterableModel):
            made = PreciseDateField("Beslutad", null=True, blank=True, help_text="Av nämnden.")

            class Meta:
                app_label = "foundation"

            def __str__(self) -> str:
                return f"Beslutet från {self.made}"

        class Part(models.Model):
            decision = ParentalKey(Decision, on_delete=models.CASCADE, related_name="parts")
            due = PreciseDateField("Slutdatum", null=True, blank=True)

            class Meta:
                app_label = "foundation"

            def __str__(self) -> str:
                return f"Del till {self.due}"

        yield Decision


@pytest.fixture
def form_class(decision):
    return forms.modelform_factory(decision, fields=["made"])


@pytest.mark.parametrize("date", DATES)
def test_a_date_survives_the_revision_of_a_page_and_of_its_parts(decision, date):
    original = decision(made=date)
    original.parts.add(original.parts.model(due=date))

    restored = decision.from_json(original.to_json())

    assert restored.made == date
    assert [part.due for part in restored.parts.all()] == [date]


@pytest.mark.django_db
@pytest.mark.parametrize("date", DATES[:-1])
def test_a_date_survives_the_database_and_is_found_there_again(date):
    Group.objects.create(name="Någon")
    dated = Group.objects.filter(name="Någon").annotate(
        due=models.Value(date, output_field=PreciseDateField())
    )

    assert dated.get().due == date
    assert dated.filter(due=date).exists()
    assert dated.filter(due=str(date)).exists()
    assert dated.filter(due__in=[date, JUNE]).exists()
    assert not dated.filter(due=PreciseDate.of_year(1999)).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("question", ["due__lt", "due__gte", "due__contains", "due__range"])
def test_a_question_that_the_text_in_the_database_would_answer_wrongly_is_refused(question):
    dated = Group.objects.annotate(due=models.Value(JUNE, output_field=PreciseDateField()))

    with pytest.raises(FieldError, match="Unsupported lookup"):
        dated.filter(**{question: JUNE})


def test_an_unknown_date_is_null_and_never_an_empty_text(decision, form_class):
    form = form_class({"made": "  "})

    assert form.is_valid()
    assert form.save(commit=False).made is None
    assert decision._meta.get_field("made").get_prep_value("") is None


def test_what_the_editor_writes_becomes_a_date(form_class):
    form = form_class({"made": "Kvartal 3, 2024"})

    assert form.is_valid()
    assert form.save(commit=False).made == PreciseDate.of_quarter(2024, 3)


def test_the_form_shows_the_date_in_swedish_and_says_how_to_write(decision, form_class):
    field = form_class(instance=decision(made=JUNE))["made"]

    assert 'value="juni 2024"' in str(field)
    assert field.help_text == (
        "Av nämnden. Skriv till exempel 13 juni 2024, juni 2024, kvartal 3 2024 eller 2024."
    )


def test_a_refused_date_stands_in_the_form_as_written_with_the_reason_at_the_field(form_class):
    form = form_class({"made": "31 juni 2024"})

    assert form.errors == {"made": ["31 juni 2024 finns inte: månaden har 30 dagar."]}
    assert 'value="31 juni 2024"' in str(form["made"])


@pytest.mark.parametrize(
    ("written", "changed"),
    [("juni 2024", False), ("2024-06", False), ("juli 2024", True), ("", True), ("hösten", True)],
)
def test_another_way_to_write_the_same_date_is_no_change(decision, form_class, written, changed):
    form = form_class({"made": written}, instance=decision(made=JUNE))

    assert form.has_changed() is changed


def test_a_model_refuses_what_is_no_date_and_reads_what_is_one(decision):
    one = decision(made="juni 2024")
    one.clean_fields(exclude=["id"])
    assert one.made == JUNE

    with pytest.raises(ValidationError, match="Skriv datumet så här"):
        decision(made="hösten").clean_fields()


def test_a_migration_names_the_field_without_its_details():
    written, imports = MigrationWriter.serialize(PreciseDateField("Slutdatum", null=True))

    assert (
        written == "foundation.precise_date.PreciseDateField(null=True, verbose_name='Slutdatum')"
    )
    assert imports == {"import foundation.precise_date"}


def test_two_versions_are_compared_in_words(decision):
    field = decision._meta.get_field("made")
    compare = comparison_class_registry.get(field)

    new_date = compare(field, decision(made=None), decision(made=JUNE))
    assert new_date.has_changed()
    assert "juni 2024" in new_date.htmldiff()
    assert "None" not in new_date.htmldiff()
    assert not compare(field, decision(made=JUNE), decision(made=JUNE)).has_changed()
