"""Pages: `measure` and `article` lie in the coordinator's part, `support` and `home` outside it."""

from tests.permissions.table import read

LOOKING = read("""
    # Leads others on to the part of the site that is theirs.
    GET  wagtailadmin_explore_root                                                        | ...F
    GET  wagtailadmin_explore area                                                        | KSGF
    # Of what lies outside one's part it says the title, and lists nothing.
    GET  wagtailadmin_explore support                                                     | KSGF
    GET  wagtailadmin_explore_results area                                                | KSGF
    GET  wagtailadmin_explore_results support                                             | KSGF
    GET  wagtailadmin_pages:search ?q=torg                                                | KSGF
    GET  wagtailadmin_pages:search_results ?q=torg                                        | KSGF
    GET  wagtailadmin_pages:type_use actionplan measurepage                               | KSGF
    GET  wagtailadmin_pages:type_use_results actionplan measurepage                       | KSGF
    GET  wagtailadmin_pages:usage measure                                                 | KSGF
    GET  wagtailadmin_pages:usage support                                                 | K.GF
    GET  wagtailadmin_pages:view_draft measure                                            | KSGF
    GET  wagtailadmin_pages:view_draft support                                            | K.GF
    # Leads on to the history.
    GET  wagtailadmin_pages:revisions_index measure                                       | ....
    GET  wagtailadmin_pages:history measure                                               | KSGF
    GET  wagtailadmin_pages:history support                                               | K.GF
    GET  wagtailadmin_pages:history_results measure                                       | KSGF
    GET  wagtailadmin_pages:history_results support                                       | K.GF
    GET  wagtailadmin_pages:revisions_view measure measure.version                        | KSGF
    GET  wagtailadmin_pages:revisions_view support support.version                        | K.GF
    GET  wagtailadmin_pages:revisions_compare measure live measure.version                | KSGF
    GET  wagtailadmin_pages:revisions_compare support live support.version                | K.GF
    GET  wagtailadmin_pages:workflow_history waiting                                      | KSGF
    GET  wagtailadmin_pages:workflow_history waiting_elsewhere                            | K.GF
    GET  wagtailadmin_pages:workflow_history_detail waiting waiting.workflow              | KSGF
    GET  wagtailadmin_pages:workflow_history_detail waiting_elsewhere waiting_elsewhere.workflow | K.GF
""")

WRITING = read("""
    GET  wagtailadmin_pages:add_subpage plan                                              | KS.F
    GET  wagtailadmin_pages:add_subpage advice                                           | K..F
    # Without a place to choose for those who make no pages.
    GET  wagtailadmin_pages:choose_parent actionplan measurepage                          | KSGF
    GET  wagtailadmin_pages:add actionplan measurepage area                               | KS.F
    POST wagtailadmin_pages:add actionplan measurepage area body-count=0                  | KS.F
    POST wagtailadmin_pages:add news newspage newslist body-count=0 picture-count=0                          | KS.F
    POST wagtailadmin_pages:add news supportpage advice body-count=0                     | K..F
    GET  wagtailadmin_pages:preview_on_add actionplan measurepage area                    | KS.F
    GET  wagtailadmin_pages:preview_on_add news supportpage advice                       | K..F
    GET  wagtailadmin_pages:edit measure                                                  | KSGF
    GET  wagtailadmin_pages:edit article                                                  | KSGF
    GET  wagtailadmin_pages:edit support                                                  | K.GF
    GET  wagtailadmin_pages:edit home                                                     | K.GF
    POST wagtailadmin_pages:edit measure title=Nytt body-count=0                          | KSGF
    POST wagtailadmin_pages:edit support title=Nytt body-count=0                          | K.GF
    GET  wagtailadmin_pages:preview_on_edit measure                                       | KSGF
    GET  wagtailadmin_pages:preview_on_edit support                                       | K.GF
    GET  wagtailadmin_pages:revisions_revert measure measure.version                      | KSGF
    GET  wagtailadmin_pages:revisions_revert support support.version                      | K.GF
    POST wagtailadmin_pages:lock measure                                                  | ..GF
    POST wagtailadmin_pages:lock support                                                  | ..GF
    POST wagtailadmin_pages:unlock measure                                                | ..GF
    POST wagtailadmin_pages:unlock support                                                | ..GF
    POST wagtailadmin_pages:copy measure new_parent_page={area}                           | KSGF
    POST wagtailadmin_pages:copy support new_parent_page={advice}                         | K.GF
    GET  overtaken my_text                                                                | KSGF
    # What another has written is for the other alone.
    GET  overtaken area.version                                                           | ....
""")

# What readers notice at once.
PUBLIC = read("""
    GET  correct_page measure                                                             | KSGF
    POST correct_page measure                                                             | KSGF
    GET  correct_page support                                                             | K.GF
    POST correct_page support                                                             | K.GF
    # What was written is blanked by those who run the site, and nobody else.
    GET  blank_words measure                                                              | ...F
    POST blank_words measure                                                              | ...F
    GET  blank_words support                                                              | ...F
    POST blank_words support                                                              | ...F
    POST wagtailadmin_pages:unpublish measure                                             | KSGF
    POST wagtailadmin_pages:unpublish support                                             | K.GF
    POST wagtailadmin_pages:delete measure                                                | KS.F
    POST wagtailadmin_pages:delete support                                                | K..F
    POST wagtailadmin_pages:delete home                                                   | ...F
    POST wagtailadmin_pages:move measure                                                  | KS.F
    POST wagtailadmin_pages:move support                                                  | K..F
    POST wagtailadmin_pages:move_confirm measure area                                     | KS.F
    POST wagtailadmin_pages:move_confirm support home                                     | K..F
    POST wagtailadmin_pages:set_page_position measure                                     | KS.F
    POST wagtailadmin_pages:set_page_position support                                     | K..F
    GET  wagtailadmin_pages:set_privacy measure                                           | KSGF
    POST wagtailadmin_pages:set_privacy measure restriction_type=login                    | KSGF
    POST wagtailadmin_pages:set_privacy support restriction_type=login                    | K.GF
    POST wagtailadmin_pages:revisions_unschedule measure measure.version                  | KSGF
    POST wagtailadmin_pages:revisions_unschedule support support.version                  | K.GF
    POST wagtailadmin_pages:convert_alias alias                                         | KSGF
    POST wagtailadmin_pages:convert_alias alias_elsewhere                                         | K.GF
""")

APPROVING = read("""
    POST wagtailadmin_pages:workflow_action waiting approve waiting.step                  | ..G.
    POST wagtailadmin_pages:workflow_action waiting reject waiting.step comment=Nej       | ..G.
    POST wagtailadmin_pages:workflow_action waiting_elsewhere approve waiting_elsewhere.step | ..G.
    GET  wagtailadmin_pages:collect_workflow_action_data waiting reject waiting.step      | ..G.
    GET  wagtailadmin_pages:confirm_workflow_cancellation waiting                         | KSGF
    GET  wagtailadmin_pages:workflow_preview waiting waiting.task                         | ..G.
    GET  wagtailadmin_pages:workflow_preview waiting_elsewhere waiting_elsewhere.task     | ..G.
""")

CHOOSING = read("""
    GET  wagtailadmin_choose_page                                                         | KSGF
    GET  wagtailadmin_choose_page_child area                                              | KSGF
    GET  wagtailadmin_choose_page_child support                                           | KSGF
    GET  wagtailadmin_choose_page_search ?q=torg                                          | KSGF
    GET  wagtailadmin_choose_page_chosen_multiple ?id={measure}                           | KSGF
    GET  wagtailadmin_choose_page_external_link                                           | KSGF
    GET  wagtailadmin_choose_page_email_link                                              | KSGF
    GET  wagtailadmin_choose_page_phone_link                                              | KSGF
    GET  wagtailadmin_choose_page_anchor_link                                             | KSGF
    GET  wagtailadmin_api:pages:listing                                                   | KSGF
    GET  wagtailadmin_api:pages:detail measure                                            | KSGF
    GET  wagtailadmin_api:pages:detail support                                            | K.GF
    # Leads on to the line above.
    GET  wagtailadmin_api:pages:find ?id={measure}                                        | ....
    POST wagtailadmin_api:pages:action measure unpublish                                  | KSGF
    POST wagtailadmin_api:pages:action support unpublish                                  | K.GF
    POST wagtailadmin_api:pages:action measure delete                                     | KS.F
    POST wagtailadmin_api:pages:action support delete                                     | K..F
""")

LISTS = read("""
    GET  publishing_calendar                                                              | KSGF
    GET  atgarder:index                                                                   | KSGF
    GET  atgarder:index_results                                                           | KSGF
    GET  atgarder:choose_parent                                                           | KSGF
    GET  lagesrapporter:index                                                             | KSGF
    GET  lagesrapporter:index_results                                                     | KSGF
    GET  lagesrapporter:choose_parent                                                     | KSGF
    GET  wagtailadmin_reports:locked_pages                                                | ..GF
    GET  wagtailadmin_reports:locked_pages_results                                        | ..GF
    GET  wagtailadmin_reports:workflow                                                    | KSGF
    GET  wagtailadmin_reports:workflow_results                                            | KSGF
    GET  wagtailadmin_reports:workflow_tasks                                              | KSGF
    GET  wagtailadmin_reports:workflow_tasks_results                                      | KSGF
    GET  wagtailadmin_reports:site_history                                                | KSGF
    GET  wagtailadmin_reports:site_history_results                                        | KSGF
    GET  wagtailadmin_reports:aging_pages                                                 | KSGF
    GET  wagtailadmin_reports:aging_pages_results                                         | KSGF
    GET  wagtailadmin_reports:page_types_usage                                            | KSGF
    GET  wagtailadmin_reports:page_types_usage_results                                    | KSGF
""")

MANY = [
    row
    for action, own, foreign in (
        ("delete", "KS.F", "K..F"),
        ("move", "KS.F", "K..F"),
        ("publish", "KSGF", "K.GF"),
        ("unpublish", "KSGF", "K.GF"),
    )
    for row in read(f"""
        GET  wagtail_bulk_action wagtailcore page {action} ?id={{measure}}                | {own}
        GET  wagtail_bulk_action wagtailcore page {action} ?id={{support}}                | {foreign}
    """)
]

ROWS = [*LOOKING, *WRITING, *PUBLIC, *APPROVING, *CHOOSING, *LISTS, *MANY]
