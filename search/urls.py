"""The addresses by which people and search engines find the rest."""

from django.urls import path

from search import views
from search.engines import robots, sitemap

urlpatterns = [
    path("sok/", views.answer, name="search"),
    path("sitemap.xml", sitemap.serve, name="sitemap"),
    path("robots.txt", robots.serve, name="robots"),
]
