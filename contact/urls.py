"""Addresses of appointments, notices and requests."""

from django.urls import path

from contact.api import requests as requests_api
from contact.views import mandates, requests

REQUEST = "verzoeken/<int:request_id>/"

_requests = [
    path("verzoeken/", requests.requests, name="verzoeken"),
    path("dossiers/<int:case_id>/verzoeken/", requests.case_requests, name="dossier-verzoeken"),
    path("dossiers/<int:case_id>/verzoeken/nieuw/", requests.record_request, name="verzoek-nieuw"),
    path(REQUEST, requests.request_page, name="verzoek"),
    path(REQUEST + "antwoord/", requests.answer, name="verzoek-antwoord"),
    path(REQUEST + "teamleider/", requests.escalate, name="verzoek-teamleider"),
    path(REQUEST + "bekijken/", requests.triage, name="verzoek-bekijken"),
    path(REQUEST + "collega/", requests.assign, name="verzoek-collega"),
    path(REQUEST + "voorleggen/", requests.refer, name="verzoek-voorleggen"),
    path(REQUEST + "voorgelegd/<int:party_id>/", requests.party_answer, name="verzoek-partij"),
    path(REQUEST + "casusoverleg/", requests.conference, name="verzoek-casusoverleg"),
    path(REQUEST + "vertaling/", requests.translate, name="verzoek-vertaling"),
    path(REQUEST + "intrekken/", requests.withdraw, name="verzoek-intrekken"),
    path(REQUEST + "herbeoordeling/", requests.review, name="verzoek-herbeoordeling"),
    path("beheer/mandaat/", mandates.mandates, name="mandaten"),
]

urlpatterns = [*_requests]

api_urlpatterns = [
    path("dossiers/<int:case_id>/verzoeken", requests_api.ListVerzoeken.as_view(), name="api-verzoeken"),
    path(
        "dossiers/<int:case_id>/verzoeken/indienen",
        requests_api.SubmitVerzoek.as_view(),
        name="api-verzoek-indienen",
    ),
    path(
        "verzoeken/<int:request_id>/antwoord",
        requests_api.AnswerVerzoek.as_view(),
        name="api-verzoek-antwoord",
    ),
]
