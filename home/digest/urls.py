"""Where a link in a reminder leads."""

from django.urls import path

from home.digest import views

urlpatterns = [path("paminnelser/<str:token>/", views.reminders, name="reminders")]
