"""Where the feeds of the whole site and the calendar are."""

from django.urls import path

from foundation.feeds import calendar, views

urlpatterns = [
    path("flode/", views.explain, name="feeds"),
    path("flode/kalender.ics", calendar.serve, name="calendar"),
    path("flode/<slug:name>.atom", views.serve, name="feed"),
]
