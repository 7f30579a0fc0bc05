"""Pictures and documents."""

from tests.permissions.table import read

PICTURES = read("""
    GET  wagtailimages:index                                          | KS.F
    GET  wagtailimages:index_results                                  | KS.F
    POST wagtailimages:add                                            | KS.F
    GET  wagtailimages:add_multiple                                   | KS.F
    # Only what one has uploaded oneself, and only as long as one may.
    POST wagtailimages:create_multiple_from_uploaded_image my_upload   | KS.F
    POST wagtailimages:create_multiple_from_uploaded_image upload      | ....
    POST wagtailimages:delete_upload_multiple my_upload               | KSGF
    POST wagtailimages:delete_upload_multiple upload                  | ....
    POST wagtailimages:edit image                                     | KS.F
    POST wagtailimages:edit_multiple image                            | KS.F
    POST wagtailimages:delete image                                   | KS.F
    POST wagtailimages:delete_multiple image                          | KS.F
    GET  wagtailimages:image_usage image                              | KS.F
    # The site makes no pictures on demand.
    GET  wagtailimages:url_generator image                            | ....
    GET  wagtailimages:url_generator_output image                     | ....
    GET  wagtailimages:preview image original                         | KS.F
    GET  wagtailimages_chooser:choose                                 | KSGF
    GET  wagtailimages_chooser:choose_results                         | KSGF
    GET  wagtailimages_chooser:chosen image                           | KSGF
    GET  wagtailimages_chooser:chosen_multiple ?id={image}            | KSGF
    GET  wagtailimages_chooser:select_format image                    | KSGF
    POST wagtailimages_chooser:create                                 | KS.F
    GET  wagtailadmin_api:images:listing                              | KSGF
    GET  wagtailadmin_api:images:detail image                         | KSGF
    # Leads on to the line above.
    GET  wagtailadmin_api:images:find ?id={image}                     | ....
    GET  wagtail_bulk_action foundation siteimage delete ?id={image}  | KS.F
    GET  wagtail_bulk_action foundation siteimage add_tags ?id={image} | KS.F
    GET  wagtail_bulk_action foundation siteimage add_to_collection ?id={image} | KS.F
""")

DOCUMENTS = read("""
    GET  wagtaildocs:index                                            | KS.F
    GET  wagtaildocs:index_results                                    | KS.F
    POST wagtaildocs:add                                              | KS.F
    GET  wagtaildocs:add_multiple                                     | KS.F
    POST wagtaildocs:create_multiple_from_uploaded_document my_file   | KS.F
    POST wagtaildocs:create_multiple_from_uploaded_document upload    | ....
    POST wagtaildocs:delete_upload_multiple my_file                   | KSGF
    POST wagtaildocs:delete_upload_multiple upload                    | ....
    POST wagtaildocs:edit document                                    | KS.F
    POST wagtaildocs:edit_multiple document                           | KS.F
    POST wagtaildocs:delete document                                  | KS.F
    POST wagtaildocs:delete_multiple document                         | KS.F
    GET  wagtaildocs:document_usage document                          | KS.F
    GET  wagtaildocs_chooser:choose                                   | KSGF
    GET  wagtaildocs_chooser:choose_results                           | KSGF
    GET  wagtaildocs_chooser:chosen document                          | KSGF
    GET  wagtaildocs_chooser:chosen_multiple ?id={document}           | KSGF
    POST wagtaildocs_chooser:create                                   | KS.F
    GET  wagtailadmin_api:documents:listing                           | KSGF
    GET  wagtailadmin_api:documents:detail document                   | KSGF
    # Leads on to the line above.
    GET  wagtailadmin_api:documents:find ?id={document}               | ....
    GET  wagtail_bulk_action foundation sitedocument delete ?id={document} | KS.F
    GET  wagtail_bulk_action foundation sitedocument add_tags ?id={document} | KS.F
    GET  wagtail_bulk_action foundation sitedocument add_to_collection ?id={document} | KS.F
""")

FOLDERS = read("""
    GET  wagtailadmin_collections:index                               | ...F
    POST wagtailadmin_collections:add                                 | ...F
    POST wagtailadmin_collections:edit collection                     | ...F
    POST wagtailadmin_collections:delete collection                   | ...F
    POST wagtailadmin_collections:set_privacy collection restriction_type=login | ...F
""")

ROWS = [*PICTURES, *DOCUMENTS, *FOLDERS]
