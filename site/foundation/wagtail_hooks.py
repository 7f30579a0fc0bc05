"""What the foundation adds to Wagtail's own tools."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from foundation.links import ExternalLinkHandler, FileLinkHandler, PublicPageLinkHandler
from foundation.snippets import RegisterGroup

register_snippet(RegisterGroup)


@hooks.register("register_rich_text_features", order=100)
def say_where_links_lead(features: FeatureRegistry) -> None:
    """Links in rich text get the same words as links in blocks."""
    features.register_link_type(ExternalLinkHandler)
    features.register_link_type(FileLinkHandler)
    features.register_link_type(PublicPageLinkHandler)
