"""The addresses by which people and search engines find the rest."""

from django.urls import path

from search import views
from search.engines import news_sitemap, robots, sitemap

urlpatterns = [
    path("sok/", views.answer, name="search"),
    path("sitemap.xml", sitemap.serve, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.serve_part, name="part_of_sitemap"),
    path("sitemap-nyheter.xml", news_sitemap.serve, name="news_sitemap"),
    path("robots.txt", robots.serve, name="robots"),
]
