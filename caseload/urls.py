from django.urls import path

from caseload import views

urlpatterns = [
    path("", views.werkvoorraad, name="werkvoorraad"),
    path("dossiers/<int:case_id>/", views.dossier, name="dossier"),
]
