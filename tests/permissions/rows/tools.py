"""What everybody in the admin has: the way in, their own account, and small tools of the forms."""

from tests.permissions.table import read

WAY_IN = read("""
    # Who has logged in is led on.
    GET  wagtailadmin_login                                              | .... + alla
    GET  wagtailadmin_logout                                             | KSGF
    GET  wagtailadmin_password_reset                                     | KSGF + alla
    GET  wagtailadmin_password_reset_done                                | KSGF + alla
    GET  wagtailadmin_password_reset_confirm xx yy                       | KSGF + alla
    GET  wagtailadmin_password_reset_complete                            | KSGF + alla
    GET  wagtailadmin_javascript_catalog                                 | KSGF + alla
    GET  wagtailadmin_sprite                                             | KSGF + alla
    # Leads on to the login.
    GET  wagtailcore_login                                               | ....
    GET  new_password                                                    | KSGF
""")

OWN = read("""
    GET  wagtailadmin_home                                               | KSGF
    GET  wagtailadmin_account                                            | KSGF
    POST wagtailadmin_account                                            | KSGF
    POST wagtailadmin_dismissibles                                       | KSGF
    GET  guide                                                           | KSGF
    GET  guide_chapter skriv-en-lagesrapport                             | KSGF
    GET  showcase                                                        | KSGF
    GET  showcase_all ljust                                              | KSGF
    GET  showcase_stylesheet ljust                                       | KSGF
""")

FORMS = read("""
    GET  wagtailadmin_tag_autocomplete ?term=a                           | KSGF
    GET  wagtailadmin_tag_model_autocomplete taggit tag ?term=a          | KSGF
    GET  wagtailadmin_block_preview ?id={block}                          | KSGF
    GET  wagtailembeds:chooser                                           | KSGF
    POST wagtailembeds:chooser_upload                                    | KSGF
    POST wagtailadmin_editing_sessions:ping wagtailcore page measure 0   | KSGF
    POST wagtailadmin_editing_sessions:ping wagtailcore page support 0   | K.GF
    POST wagtailadmin_editing_sessions:release 0                         | KSGF
""")

# Wagtail's own look at its error pages, and what is no address at all.
NOTHING = read("""
    GET  /redaktion/test404/                                             | KSGF
    # Nobody may raise an alarm for nothing.
    GET  wagtailadmin_error_test                                          | ....
    GET  /redaktion/failwhale/                                           | ....
    GET  /redaktion/^.*/$                                                | ....
""")

ROWS = [*WAY_IN, *OWN, *FORMS, *NOTHING]
