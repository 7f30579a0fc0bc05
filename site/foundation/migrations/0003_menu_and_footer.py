"""The menu and the footer move from the tree of pages to the settings; what was shown is shown."""

import uuid

from django.db import migrations

import foundation.navigation


def keep_what_is_shown(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    site = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True).first()
    home = Page.objects.filter(pk=site.root_page_id).first() if site else None
    in_menu = children(home).filter(show_in_menus=True) if home else []
    for settings in apps.get_model("foundation", "SiteSettings").objects.all():
        settings.menu = [block("link", link_to(page)) for page in in_menu]
        about = Page.objects.filter(pk=settings.about_page_id).first()
        if about:
            links = [block("item", link_to(page)) for page in [about, *children(about)]]
            settings.footer = [block("column", {"heading": "", "links": links})]
        settings.save(update_fields=["menu", "footer"])


def children(page):
    below = type(page).objects.filter(path__startswith=page.path, depth=page.depth + 1)
    return below.order_by("path")


def link_to(page):
    return {"page": page.pk, "url": "", "label": ""}


def block(kind, value):
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_settings_row")]

    operations = [
        migrations.AddField("sitesettings", "menu", foundation.navigation.MenuField()),
        migrations.AddField("sitesettings", "footer", foundation.navigation.FooterField()),
        migrations.RunPython(keep_what_is_shown, migrations.RunPython.noop),
        migrations.RemoveField("sitesettings", "about_page"),
    ]
