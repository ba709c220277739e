from django.urls import path

from caseload import api, views

urlpatterns = [
    path("", views.werkvoorraad, name="werkvoorraad"),
    path("dossiers/nieuw/", views.new_dossier, name="dossier-nieuw"),
    path("dossiers/<int:case_id>/", views.dossier, name="dossier"),
    path("dossiers/<int:case_id>/wijzigen/", views.edit, name="dossier-wijzigen"),
    path("dossiers/<int:case_id>/sluiten/", views.close, name="dossier-sluiten"),
]

api_urlpatterns = [
    path("dossiers/openen", api.OpenDossier.as_view(), name="api-dossier-openen"),
    path("dossiers/<int:case_id>/sluiten", api.CloseDossier.as_view(), name="api-dossier-sluiten"),
]
