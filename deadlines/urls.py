from django.urls import path

from deadlines import api, views

_TERM = "dossiers/<int:case_id>/termijnen/<int:deadline_id>"
_SUSPENSION = "dossiers/<int:case_id>/termijnen/opschorting/<int:suspension_id>"

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
    path("dossiers/<int:case_id>/termijnen/nieuw/", views.add_term, name="termijn-toevoegen"),
    path(f"{_TERM}/verbeteren/", views.correct_term, name="termijn-verbeteren"),
    path(f"{_TERM}/gedaan/", views.meet_term, name="termijn-gedaan"),
    path(f"{_TERM}/toch-niet-gedaan/", views.reopen_term, name="termijn-toch-niet-gedaan"),
    path(f"{_TERM}/stoppen/", views.stop_term, name="termijn-stoppen"),
    path(f"{_TERM}/verlengen/", views.extend_term, name="termijn-verlengen"),
    path(f"{_TERM}/opschorten/", views.suspend_term, name="termijn-opschorten"),
    path(
        "dossiers/<int:case_id>/termijnen/verlenging/<int:extension_id>/intrekken/",
        views.withdraw_extension,
        name="verlenging-intrekken",
    ),
    path(f"{_SUSPENSION}/afsluiten/", views.end_suspension, name="opschorting-afsluiten"),
    path(f"{_SUSPENSION}/intrekken/", views.withdraw_suspension, name="opschorting-intrekken"),
    path("beheer/toezeggingen/", views.promises, name="toezeggingen"),
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
