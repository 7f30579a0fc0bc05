"""Taking in files: measures are the coordinator's; each sees their own, who runs the site everybody's."""

from tests.permissions.table import read

ROWS = read("""
    GET  imports                                               | .S.F
    GET  import_new atgarder                                   | .S.F
    POST import_new atgarder                                   | .S.F
    GET  import_run my_import                                  | .S.F
    GET  import_run import                                     | ...F
    POST import_check my_import                                | .S.F
    POST import_check import                                   | ...F
    POST import_begin my_import                                | .S.F
    POST import_begin import                                   | ...F
    POST import_forget my_import                               | .S.F
    POST import_forget import                                  | ...F
""")
