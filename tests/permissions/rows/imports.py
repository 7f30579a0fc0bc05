"""Taking in files: measures and figures are the coordinator's, articles are for those who write news;
each sees their own, who runs the site everybody's."""

from tests.permissions.table import read

ROWS = read("""
    GET  imports                                               | KS.F
    GET  import_new atgarder                                   | .S.F
    POST import_new atgarder                                   | .S.F
    GET  import_new artiklar                                   | KS.F
    POST import_new artiklar                                   | KS.F
    GET  import_new indikatorvarden                            | .S.F
    POST import_new indikatorvarden                            | .S.F
    GET  import_run my_import                                  | .S.F
    GET  import_run import                                     | ...F
    POST import_check my_import                                | .S.F
    POST import_check import                                   | ...F
    POST import_begin my_import                                | .S.F
    POST import_begin import                                   | ...F
    POST import_forget my_import                               | .S.F
    POST import_forget import                                  | ...F
    GET  import_run my_article                                 | KS.F
    GET  import_run article_import                             | ...F
    POST import_check my_article                               | KS.F
    POST import_check article_import                           | ...F
    POST import_begin my_article                               | KS.F
    POST import_begin article_import                           | ...F
    POST import_forget my_article                              | KS.F
    POST import_forget article_import                          | ...F
""")
