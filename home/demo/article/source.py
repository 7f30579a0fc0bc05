"""Where the facts come from."""

import datetime

PUBLISHED_ON = datetime.date(2024, 7, 2)
URL = (
    "https://hagfors.se/arkiv/nyheter/"
    "2024-07-02-atgardsplan-for-att-minska-brottsligheten-i-hagfors-kommun.html"
)
MUNICIPALITY = {"municipality": "Hagfors kommun", "municipality_code": "1783"}
BRA_URL = "https://bra.se/"

# Pages with facts from the article.
ARTICLE = {
    "source_text": "Hagfors kommuns nyhet om åtgärdsplanen",
    "source_url": URL,
    "source_on": PUBLISHED_ON,
}
# The article names measures, but no areas: they are ours.
GROUPING = {
    **ARTICLE,
    "source_text": "Redaktionell gruppering av åtgärderna i Hagfors kommuns nyhet",
}
