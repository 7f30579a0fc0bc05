"""An editor who is about to take a page away is told that the menu leads to it."""

import pytest
from django.urls import reverse

from tests.factories import NewsIndexPageFactory
from tests.frame import put_in_menu


@pytest.mark.django_db
def test_the_menu_is_among_the_places_where_a_page_is_used(admin_client, home):
    news = NewsIndexPageFactory(parent=home)
    put_in_menu(news)
    text = admin_client.get(reverse("wagtailadmin_pages:usage", args=[news.pk])).text

    assert "Webbplatsens uppgifter" in text
    assert "Meny" in text
