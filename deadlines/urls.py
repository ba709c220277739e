from django.urls import path

from deadlines import api, views

urlpatterns = [
    path("dossiers/<int:case_id>/termijnen/", views.termijnen, name="termijnen"),
    path("dossiers/<int:case_id>/termijnen/derde-gevraagd/", views.ask_third_party, name="derde-gevraagd"),
    path(
        "dossiers/<int:case_id>/termijnen/derde-ontvangen/<int:request_id>/",
        views.receive_from_third_party,
        name="derde-ontvangen",
    ),
    path(
        "dossiers/<int:case_id>/termijnen/derde-intrekken/<int:request_id>/",
        views.withdraw_request,
        name="derde-intrekken",
    ),
    path("beheer/gelijkgestelde-dagen/", views.equated_days, name="gelijkgestelde-dagen"),
    path(
        "beheer/gelijkgestelde-dagen/toevoegen/", views.add_equated_day, name="gelijkgestelde-dag-toevoegen"
    ),
    path(
        "beheer/gelijkgestelde-dagen/<int:day_id>/verwijderen/",
        views.remove_equated_day,
        name="gelijkgestelde-dag-verwijderen",
    ),
]

api_urlpatterns = [
    path("dossiers/<int:case_id>/termijnen", api.ListTermijnen.as_view(), name="api-termijnen"),
    path(
        "dossiers/<int:case_id>/termijnen/derde-gevraagd",
        api.AskThirdParty.as_view(),
        name="api-derde-gevraagd",
    ),
    path(
        "dossiers/<int:case_id>/termijnen/derde-ontvangen/<int:request_id>",
        api.ReceiveFromThirdParty.as_view(),
        name="api-derde-ontvangen",
    ),
    path(
        "dossiers/<int:case_id>/termijnen/derde-intrekken/<int:request_id>",
        api.WithdrawRequest.as_view(),
        name="api-derde-intrekken",
    ),
    path("termijnen/berekening", api.ComputeTermijn.as_view(), name="api-termijn-berekening"),
]
