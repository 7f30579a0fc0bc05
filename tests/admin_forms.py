"""The forms of the admin, filled in and sent as a browser would."""

import re

from bs4 import BeautifulSoup
from django.urls import reverse

# The form that is filled in, without all that stands round it: reading takes its time.
FORM = re.compile(r'<form\b(?:[^">]|"[^"]*")*\bdata-edit-form\b.*?</form>', re.DOTALL)


def edit_address(page):
    """Where the page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def parsed(html):
    """The markup as a browser has it: what stands in a template is no part of the page.

    Said here since the parser of an older Python believes otherwise.
    """
    soup = BeautifulSoup(html, "html.parser")
    for template in soup.find_all("template"):
        template.clear()
    return soup


def opened_form(client, address):
    """What stands in the form at `address` when an editor opens it, ready to be sent back.

    Bodies and pictures, which the browser builds by itself, are empty.
    """
    form = parsed(FORM.search(client.get(address).text)[0])
    data = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    for box in form.select("input[type=checkbox], input[type=radio]"):
        if not box.has_attr("checked"):
            data.pop(box["name"], None)
    for box in form.select("input[type=radio][checked]"):
        data[box["name"]] = box["value"]
    for text in form.select("textarea[name]"):
        data[text["name"]] = text.text.removeprefix("\n")
    for select in form.select("select[name]"):
        chosen = [option["value"] for option in select.select("option[selected]")]
        data[select["name"]] = chosen if select.has_attr("multiple") else "".join(chosen)
    for button in form.select("button[name]"):
        data.pop(button["name"], None)
    for stream in form.select("[data-contentpath=body], [data-contentpath=picture]"):
        data[f"{stream['data-contentpath']}-count"] = "0"
    return data


def errors_in(response):
    """The messages of a refused form, by the field that they stand at."""
    form = response.context["form"]
    errors = {name: list(messages) for name, messages in form.errors.items()}
    for relation, formset in form.formsets.items():
        for place, row in enumerate(formset.forms):
            for name, messages in row.errors.items():
                errors[f"{relation}-{place}-{name}"] = list(messages)
    return errors
