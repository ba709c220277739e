from django.urls import path

from portal.views import door, plan

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
    path("mijn/route/", plan.route, name="mijn-route"),
    path("mijn/woorden/", plan.words, name="mijn-woorden"),
    path("mijn/documenten/<int:document_id>/", plan.document, name="mijn-document"),
]
