"""What only those who run the site do: people, rights, settings, redirects, workflows."""

from tests.permissions.table import read

PEOPLE = read("""
    GET  wagtailusers_users:index                              | ...F
    GET  wagtailusers_users:index_results                      | ...F
    POST wagtailusers_users:add                                | ...F
    POST wagtailusers_users:edit person                        | ...F
    POST wagtailusers_users:copy person                        | ...F
    POST wagtailusers_users:delete person                      | ...F
    GET  wagtailusers_users:history person                     | ...F
    GET  wagtailusers_users:history_results person             | ...F
    GET  wagtailusers_users:usage person                       | ...F
    GET  wagtail_bulk_action accounts user delete ?id={person} | ...F
    GET  wagtail_bulk_action accounts user assign_role ?id={person} | ...F
    GET  wagtail_bulk_action accounts user set_active_state ?id={person} | ...F
    GET  wagtailusers_groups:index                             | ...F
    GET  wagtailusers_groups:index_results                     | ...F
    POST wagtailusers_groups:add                               | ...F
    POST wagtailusers_groups:edit group                        | ...F
    POST wagtailusers_groups:delete group                      | ...F
    GET  wagtailusers_groups:history group                     | ...F
    GET  wagtailusers_groups:history_results group             | ...F
    GET  wagtailusers_groups:usage group                       | ...F
""")

SITE = read("""
    # Leads on to the next line.
    GET  wagtailsettings:edit foundation sitesettings          | ....
    POST wagtailsettings:edit foundation sitesettings settings menu-count=0 footer-count=0 | ...F
    POST wagtailsettings:preview_on_edit foundation sitesettings settings | ....
    GET  wagtailsites:index                                    | ...F
    GET  wagtailsites:index_results                            | ...F
    POST wagtailsites:add                                      | ...F
    POST wagtailsites:edit site                                | ...F
    POST wagtailsites:copy site                                | ...F
    POST wagtailsites:delete site                              | ...F
    GET  wagtailsites:history site                             | ...F
    GET  wagtailsites:history_results site                     | ...F
    GET  wagtailsites:usage site                               | ...F
    GET  wagtailredirects:index                                | ...F
    GET  wagtailredirects:index_results                        | ...F
    POST wagtailredirects:add                                  | ...F
    POST wagtailredirects:edit redirect                        | ...F
    POST wagtailredirects:delete redirect                      | ...F
    GET  wagtailredirects:start_import                         | ...F
    POST redirects_take_in input_format={redirects_kind} import_file_name={redirects_file} | ...F
    POST wagtailredirects:process_import input_format={redirects_kind} import_file_name={redirects_file} | ...F
""")

MEMORY = read("""
    GET  borttaget:index                                       | ...F
    GET  borttaget:index_results                               | ...F
    GET  borttaget:add                                         | ....
    POST borttaget:edit removal                                | ...F
    POST borttaget:delete removal                              | ...F
    GET  borttaget:history removal                             | ...F
    GET  borttaget:history_results removal                     | ...F
    GET  borttaget:usage removal                               | ...F
    GET  tidigare-adresser:index                               | ...F
    GET  tidigare-adresser:index_results                       | ...F
    GET  tidigare-adresser:add                                 | ....
    GET  tidigare-adresser:edit former                         | ....
    POST tidigare-adresser:delete former                       | ...F
    GET  tidigare-adresser:history former                      | ...F
    GET  tidigare-adresser:history_results former              | ...F
    GET  tidigare-adresser:usage former                        | ....
""")

WORKFLOWS = read("""
    GET  wagtailadmin_workflows:index                          | ...F
    GET  wagtailadmin_workflows:index_results                  | ...F
    POST wagtailadmin_workflows:add                            | ...F
    POST wagtailadmin_workflows:edit workflow                  | ...F
    POST wagtailadmin_workflows:enable workflow                | ...F
    POST wagtailadmin_workflows:disable workflow               | ...F
    GET  wagtailadmin_workflows:usage workflow                 | ...F
    GET  wagtailadmin_workflows:usage_results workflow         | ...F
    POST wagtailadmin_workflows:remove measure                 | ...F
    POST wagtailadmin_workflows:remove measure workflow        | ...F
    GET  wagtailadmin_workflows:select_task_type               | ...F
    POST wagtailadmin_workflows:add_task foundation reviewtask | ...F
    GET  wagtailadmin_workflows:task_index                     | ...F
    GET  wagtailadmin_workflows:task_index_results             | ...F
    POST wagtailadmin_workflows:edit_task task                 | ...F
    POST wagtailadmin_workflows:enable_task task               | ...F
    POST wagtailadmin_workflows:disable_task task              | ...F
    POST wagtailadmin_workflows:task_chooser_create ?create_model=foundation.ReviewTask | ...F
    # Wagtail lets all editors see what the steps are called.
    GET  wagtailadmin_workflows:task_chooser                   | KSGF
    GET  wagtailadmin_workflows:task_chooser_results           | KSGF
    GET  wagtailadmin_workflows:task_chosen task               | KSGF
""")

ROWS = [*PEOPLE, *SITE, *MEMORY, *WORKFLOWS]
