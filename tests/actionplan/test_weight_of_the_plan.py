"""The plan page stays light for a reader on a slow line."""

import gzip
import random
from pathlib import Path

import pytest
from django.conf import settings

from foundation.contacts import TargetGroup
from foundation.stylesheet import STYLESHEET, joined
from foundation.swedish.slugs import slug_for
from tests.factories import FocusAreaPageFactory, OrganisationFactory
from tests.many_measures import add_measures

MOST = 14_000
WHAT = [
    "Läxhjälp",
    "Nattvandring",
    "Belysning",
    "Föräldramöten",
    "Utbildning",
    "Samtal",
    "Rådgivning",
    "Fritidsgård",
]
WHOSE = [
    "ungdomar",
    "föreningar",
    "butiker",
    "grannar",
    "skolpersonal",
    "vårdnadshavare",
    "familjer",
    "äldre",
]
WHERE = [
    "torget",
    "biblioteket",
    "skolgården",
    "busstationen",
    "simhallen",
    "idrottsplatsen",
    "centrum",
    "parken",
]
WHEN = ["fredagar", "lördagar", "skolstarten", "lov", "vintern", "kvällar", "helger", "sommaren"]


@pytest.mark.django_db
def test_plan_page_and_stylesheet_are_small_with_a_hundred_measures(client, plan):
    chance = random.Random(3)  # noqa: S311 (only names are drawn)
    units = [OrganisationFactory(name=f"{name}enheten") for name in ("Kultur", "Gatu", "Social")]
    for name in ("Ungdomar", "Vårdnadshavare", "Näringsidkare"):
        TargetGroup.objects.create(name=name)

    def content(_number):
        words = (chance.choice(WHAT), "för", chance.choice(WHOSE), "vid", chance.choice(WHERE))
        title = " ".join([*words, "på", chance.choice(WHEN), chance.choice(["2025", "2026", ""])])
        return {
            "title": title,
            "slug": f"{slug_for(title)}-{chance.randrange(100, 1000)}",
            "responsible": chance.choice(units),
        }

    for number in range(5):
        area = FocusAreaPageFactory(parent=plan, title=f"Område {number}", summary="Därför. " * 9)
        add_measures(area, 20, updates_each=1, content=content)
    page = client.get(plan.url)
    css = joined(Path(settings.BASE_DIR) / "site" / "static" / STYLESHEET)
    sizes = [len(gzip.compress(text, 6)) for text in (page.content, css.encode())]

    assert page.text.count('class="measure"') == 100
    assert sum(sizes) <= MOST, sizes
