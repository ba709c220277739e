from django.urls import path

from portal.views import appointments, door, messages, plan, preferences, preparation, requests, summons

REQUEST = "mijn/vragen/<int:request_id>/"
TALK = "mijn/afspraken/<int:appointment_id>/"

urlpatterns = [
    path("mijn/", plan.start, name="mijn"),
    path("mijn/inloggen/", door.log_in, name="mijn-inloggen"),
    # allauth looks this address up by this name, to tell DigiD where to return to.
    path(
        "mijn/inloggen/terug/",
        door.back_from_digid,
        {"provider_id": door.DIGID},
        name="openid_connect_callback",
    ),
    path("mijn/taal/", door.language, name="mijn-taal"),
    path("mijn/plan/", plan.plan, name="mijn-plan"),
    path("mijn/plan/<int:version_id>/", plan.plan, name="mijn-plan-versie"),
    path("mijn/beloofd/", plan.promises, name="mijn-beloofd"),
    path("mijn/route/", plan.route, name="mijn-route"),
    path("mijn/woorden/", plan.words, name="mijn-woorden"),
    path("mijn/documenten/<int:document_id>/", plan.document, name="mijn-document"),
    path("mijn/afspraken/", appointments.overview, name="mijn-afspraken"),
    path(TALK + "agenda/", appointments.calendar, name="mijn-afspraak-agenda"),
    path(TALK + "verplaatsen/", appointments.move, name="mijn-afspraak-verplaatsen"),
    path(TALK + "afzeggen/", appointments.cancel, name="mijn-afspraak-afzeggen"),
    path("mijn/oproepen/", summons.overview, name="mijn-oproepen"),
    path("mijn/oproepen/<int:summons_id>/reden/", summons.why, name="mijn-oproep-reden"),
    path("mijn/voorbereiding/", preparation.overview, name="mijn-voorbereiding"),
    path("mijn/voorbereiding/gelezen/", preparation.opened, name="mijn-voorbereiding-gelezen"),
    path("mijn/voorbereiding/stap/<slug:key>/", preparation.step, name="mijn-voorbereiding-stap"),
    path("mijn/na-het-gesprek/", preparation.afterwards, name="mijn-na-het-gesprek"),
    path("mijn/vragen/", requests.overview, name="mijn-vragen"),
    path("mijn/vragen/nieuw/", requests.ask, name="mijn-vraag-nieuw"),
    path(REQUEST, requests.detail, name="mijn-vraag"),
    path(REQUEST + "intrekken/", requests.withdraw, name="mijn-vraag-intrekken"),
    path(REQUEST + "opnieuw/", requests.review, name="mijn-vraag-opnieuw"),
    path("mijn/berichten/", messages.overview, name="mijn-berichten"),
    path("mijn/berichten/<int:notice_id>/", messages.detail, name="mijn-bericht"),
    path("mijn/berichten/<int:notice_id>/openen/", messages.opened, name="mijn-bericht-openen"),
    path("mijn/voorkeuren/", preferences.preferences, name="mijn-voorkeuren"),
]
