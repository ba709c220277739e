"""Addresses of appointments, notices and requests."""

from django.urls import path

from contact.api import appointments as appointments_api
from contact.api import groups as groups_api
from contact.api import notices as notices_api
from contact.api import preparation as preparation_api
from contact.api import requests as requests_api
from contact.views import (
    agenda,
    appointments,
    groups,
    interpreters,
    mandates,
    notices,
    preparation,
    requests,
    tab,
)

REQUEST = "verzoeken/<int:request_id>/"
CONTACT = "dossiers/<int:case_id>/contact/"
TALK = CONTACT + "afspraken/<int:appointment_id>/"

_appointments = [
    path(CONTACT, tab.contact, name="dossier-contact"),
    path(CONTACT + "afspraken/nieuw/", appointments.plan, name="afspraak-nieuw"),
    path(TALK, appointments.appointment, name="afspraak"),
    path(TALK + "wijzigen/", appointments.change, name="afspraak-wijzigen"),
    path(TALK + "bevestigen/", appointments.confirm, name="afspraak-bevestigen"),
    path(TALK + "afzeggen/", appointments.cancel, name="afspraak-afzeggen"),
    path(TALK + "uitkomst/", appointments.outcome, name="afspraak-uitkomst"),
    path(TALK + "agendabestand/", appointments.calendar_download, name="afspraak-agendabestand"),
    path(TALK + "tolk/", interpreters.decide, name="afspraak-tolk"),
    path(TALK + "tolk/vragen/", interpreters.book, name="tolk-vragen"),
    path(CONTACT + "tolken/<int:booking_id>/", interpreters.answer, name="tolk-antwoord"),
    path(CONTACT + "voorbereiding/", preparation.pack, name="voorbereidingspakket"),
    path("beheer/voorbereiding/", preparation.period, name="voorbereidingstijd"),
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/talen/", interpreters.own_languages, name="agenda-talen"),
    path("beheer/tolken/", interpreters.interpreters, name="tolken"),
    path("beheer/tolken/<int:interpreter_id>/", interpreters.change_interpreter, name="tolk-wijzigen"),
]

GROUP = "groepen/<int:session_id>/"
_groups = [
    path("groepen/", groups.groups, name="groepen"),
    path("groepen/nieuw/", groups.plan, name="groep-nieuw"),
    path(GROUP, groups.group, name="groep"),
    path(GROUP + "deelnemer/", groups.ask, name="groep-deelnemer"),
    path(GROUP + "tolk/", groups.ask_interpreter, name="groep-tolk"),
    path(GROUP + "tolk/<int:booking_id>/", groups.answer_interpreter, name="groep-tolk-antwoord"),
    path(GROUP + "bevestigen/", groups.confirm, name="groep-bevestigen"),
    path(GROUP + "wijzigen/", groups.move, name="groep-wijzigen"),
    path(GROUP + "afzeggen/", groups.cancel, name="groep-afzeggen"),
    path(GROUP + "aanwezig/<int:appointment_id>/", groups.attendance, name="groep-aanwezig"),
]

_notices = [
    path("beheer/berichten/", notices.outbox, name="berichten"),
    path("beheer/berichten/opnieuw/", notices.retry, name="berichten-opnieuw"),
    path("beheer/brieven/", notices.letters, name="brieven"),
    path("beheer/brieven/pdf/", notices.print_letters, name="brieven-printen"),
    path("beheer/brieven/verstuurd/", notices.letters_posted, name="brieven-verstuurd"),
    path("berichten/<int:notice_id>/", notices.notice, name="bericht"),
    path(CONTACT + "bericht/", notices.new_message, name="bericht-nieuw"),
    path(CONTACT + "voorkeur/", notices.preferences, name="berichtvoorkeur"),
    path("v1/sms-status", notices_api.sms_status, name="sms-status"),
]

_requests = [
    path("verzoeken/", requests.requests, name="verzoeken"),
    path("dossiers/<int:case_id>/verzoeken/", requests.case_requests, name="dossier-verzoeken"),
    path("dossiers/<int:case_id>/verzoeken/nieuw/", requests.record_request, name="verzoek-nieuw"),
    path(REQUEST, requests.request_page, name="verzoek"),
    path(REQUEST + "antwoord/", requests.answer, name="verzoek-antwoord"),
    path(REQUEST + "gebeld/", requests.call, name="verzoek-gebeld"),
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

urlpatterns = [*_appointments, *_groups, *_notices, *_requests]

api_urlpatterns = [
    path("dossiers/<int:case_id>/afspraken", appointments_api.ListAfspraken.as_view(), name="api-afspraken"),
    path(
        "dossiers/<int:case_id>/afspraken/maken",
        appointments_api.PlanAfspraak.as_view(),
        name="api-afspraak-maken",
    ),
    path(
        "afspraken/<int:appointment_id>/verplaatsen",
        appointments_api.MoveAfspraak.as_view(),
        name="api-afspraak-verplaatsen",
    ),
    path(
        "afspraken/<int:appointment_id>/afzeggen",
        appointments_api.CancelAfspraak.as_view(),
        name="api-afspraak-afzeggen",
    ),
    path(
        "dossiers/<int:case_id>/voorbereidingspakket",
        preparation_api.ReadPakket.as_view(),
        name="api-voorbereidingspakket",
    ),
    path(
        "dossiers/<int:case_id>/voorbereidingspakket/versturen",
        preparation_api.SendPakket.as_view(),
        name="api-voorbereidingspakket-versturen",
    ),
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
    path("groepen", groups_api.ListGroepen.as_view(), name="api-groepen"),
    path("groepen/maken", groups_api.PlanGroep.as_view(), name="api-groep-maken"),
    path("groepen/<int:session_id>", groups_api.ReadGroep.as_view(), name="api-groep"),
    path(
        "groepen/<int:session_id>/deelnemers", groups_api.AskDeelnemer.as_view(), name="api-groep-deelnemer"
    ),
    path(
        "groepen/<int:session_id>/deelnemers/<int:appointment_id>/aanwezigheid",
        groups_api.RecordAanwezig.as_view(),
        name="api-groep-aanwezig",
    ),
    path("groepen/<int:session_id>/tolken", groups_api.AskGroepstolk.as_view(), name="api-groep-tolk"),
    path(
        "groepen/<int:session_id>/tolken/<int:booking_id>/antwoord",
        groups_api.AnswerGroepstolk.as_view(),
        name="api-groep-tolk-antwoord",
    ),
    path(
        "groepen/<int:session_id>/bevestigen", groups_api.ConfirmGroep.as_view(), name="api-groep-bevestigen"
    ),
    path(
        "groepen/<int:session_id>/verplaatsen", groups_api.MoveGroep.as_view(), name="api-groep-verplaatsen"
    ),
    path("groepen/<int:session_id>/afzeggen", groups_api.CancelGroep.as_view(), name="api-groep-afzeggen"),
]
