"""Registers: names and numbers that pages refer to."""

from tests.permissions.table import read

EVERY = """
    GET  wagtailsnippets_{r}:list                                | {see}
    GET  wagtailsnippets_{r}:list_results                        | {see}
    POST wagtailsnippets_{r}:add                                 | {add}
    POST wagtailsnippets_{r}:edit {one}                          | {edit}
    POST wagtailsnippets_{r}:copy {one}                          | {add}
    POST wagtailsnippets_{r}:delete {one}                        | {delete}
    GET  wagtailsnippets_{r}:usage {one}                         | {see}
    GET  wagtailsnippets_{r}:history {one}                       | {see}
    GET  wagtailsnippets_{r}:history_results {one}               | {see}
    GET  wagtailsnippetchoosers_{r}:choose                       | KSGF
    GET  wagtailsnippetchoosers_{r}:choose_results               | KSGF
    GET  wagtailsnippetchoosers_{r}:chosen {one}                 | KSGF
    GET  wagtailsnippetchoosers_{r}:chosen_multiple ?id={only}   | KSGF
"""


def register(name: str, one: str, see: str, add: str, edit: str, delete: str) -> list:
    """The rows that all registers have alike."""
    places = {"r": name, "one": one, "only": "{" + one + "}"}
    return read(EVERY, **places, see=see, add=add, edit=edit, delete=delete)


#                       register                    who sees  adds    edits   deletes
SHARED = [
    *register("foundation_organisation", "unit", "KS.F", "KS.F", "KS.F", "KS.F"),
    *register("foundation_contact", "office", "KS.F", "KS.F", "KS.F", "KS.F"),
    *register("foundation_targetgroup", "target", "KS.F", "KS.F", "KS.F", "KS.F"),
    *register("foundation_abbreviation", "short", "KS.F", "KS.F", "KS.F", "KS.F"),
    *register("search_synonyms", "alike", "K..F", "K..F", "K..F", "K..F"),
    *register("foundation_helpcontact", "line", "KSGF", "K..F", "KSGF", "K..F"),
]

L = "wagtailsnippets_foundation_helpcontact"
HELP_CONTACTS = read(
    """
    GET  {L}:revisions_revert line line.version                                | KSGF
    GET  {L}:revisions_compare line earliest line.version                      | KSGF
    POST {L}:revisions_unschedule line line.version                            | K.GF
    POST {L}:unpublish line                                                    | K.GF
    POST {L}:lock line                                                         | ..GF
    POST {L}:unlock line                                                       | ..GF
    POST {L}:workflow_action waiting_line approve waiting_line.step            | ..G.
    POST {L}:workflow_action waiting_line reject waiting_line.step comment=Nej | ..G.
    GET  {L}:collect_workflow_action_data waiting_line reject waiting_line.step | ..G.
    GET  {L}:confirm_workflow_cancellation waiting_line                        | KSGF
    GET  {L}:workflow_history waiting_line                                     | KSGF
    GET  {L}:workflow_history_detail waiting_line waiting_line.workflow        | KSGF
    """,
    L=L,
)

TOGETHER = read("""
    # All registers stand in the menu instead.
    GET  wagtailsnippets:index                                                 | ....
    GET  wagtail_bulk_action foundation organisation delete ?id={unit} | KS.F
    GET  wagtail_bulk_action foundation helpcontact delete ?id={line}          | K..F
    GET  wagtail_bulk_action search synonyms delete ?id={alike}             | K..F
""")

SEARCH = read("""
    GET  wagtailsearchpromotions:index                                         | K..F
    GET  wagtailsearchpromotions:index_results                                 | K..F
    POST wagtailsearchpromotions:add                                           | K..F
    POST wagtailsearchpromotions:edit query                                    | K..F
    POST wagtailsearchpromotions:delete query                                  | K..F
    # What people have searched for names nobody; all editors may see it.
    GET  wagtailsearchpromotions:chooser                                       | KSGF
    GET  wagtailsearchpromotions:chooserresults                                | KSGF
    # Wagtail shows this report to superusers alone.
    GET  wagtailsearchpromotions:search_terms                                  | ....
    GET  wagtailsearchpromotions:search_terms_results                          | ....
""")

ROWS = [*SHARED, *HELP_CONTACTS, *TOGETHER, *SEARCH]
