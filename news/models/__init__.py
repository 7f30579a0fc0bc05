"""Gathers the models of the news where Django looks for them."""

from news.models.campaign import CampaignMeasure, CampaignPage
from news.models.campaign_parts import (
    CampaignActivity,
    CampaignMaterial,
    CampaignMessage,
    InternalActivity,
    InternalMaterial,
    InternalMessage,
)
from news.models.news import NewsIndexPage, NewsMeasure, NewsPage
from news.models.support import SupportPage

__all__ = [
    "CampaignActivity",
    "CampaignMaterial",
    "CampaignMeasure",
    "CampaignMessage",
    "CampaignPage",
    "InternalActivity",
    "InternalMaterial",
    "InternalMessage",
    "NewsIndexPage",
    "NewsMeasure",
    "NewsPage",
    "SupportPage",
]
