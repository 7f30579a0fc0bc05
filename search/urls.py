"""The addresses by which people and search engines find the rest."""

from django.urls import path, re_path

from search import views
from search.engines import index_now, llms, news_sitemap, robots, sitemap, twin

urlpatterns = [
    path("sok/", views.answer, name="search"),
    path("sitemap.xml", sitemap.serve, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.serve_part, name="part_of_sitemap"),
    path("sitemap-nyheter.xml", news_sitemap.serve, name="news_sitemap"),
    path("robots.txt", robots.serve, name="robots"),
    path("llms.txt", llms.serve, name="llms"),
    re_path(r"^(?P<key>[A-Za-z0-9-]{8,128})\.txt$", index_now.serve_key),
    re_path(r"^((?:[\w-]+/)*)index\.md$", twin.serve, name="twin"),
]
