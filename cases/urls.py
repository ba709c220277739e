from django.urls import path

from cases import api, views

urlpatterns = [
    path("zoeken/", views.search, name="zoeken"),
    path("logboek/", views.purposes, name="logboek"),
    path("dossiers/<int:case_id>/toegang/", views.grant, name="dossier-toegang"),
    path("dossiers/<int:case_id>/klantmanager/", views.assign, name="dossier-klantmanager"),
    path("dossiers/<int:case_id>/vervanger/", views.substitute, name="dossier-vervanger"),
    path("dossiers/<int:case_id>/vervanger/<int:assignment_id>/stoppen/", views.end_substitute,
         name="dossier-vervanger-stoppen"),
    path("dossiers/<int:case_id>/huishouden/", views.household, name="dossier-huishouden"),
    path("dossiers/<int:case_id>/notities/", views.notes, name="dossier-notities"),
    path("dossiers/<int:case_id>/documenten/", views.documents, name="dossier-documenten"),
    path("dossiers/<int:case_id>/documenten/<int:document_id>/", views.download, name="dossier-document"),
    path("dossiers/<int:case_id>/logboek/", views.case_log, name="dossier-logboek"),
]  # fmt: skip

api_urlpatterns = [
    path("dossiers", api.ListDossiers.as_view(), name="api-dossiers"),
    path("dossiers/<int:case_id>", api.ReadDossier.as_view(), name="api-dossier"),
    path(
        "dossiers/<int:case_id>/gebeurtenissen", api.ListEvents.as_view(), name="api-dossier-gebeurtenissen"
    ),
    path("dossiers/<int:case_id>/notities", api.AddNote.as_view(), name="api-dossier-notitie"),
    path(
        "dossiers/<int:case_id>/klantmanager",
        api.AssignKlantmanager.as_view(),
        name="api-dossier-klantmanager",
    ),
]
