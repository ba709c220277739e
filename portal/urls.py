from django.urls import path

from portal import views

urlpatterns = [
    path("mijn/", views.start, name="mijn"),
    path("mijn/inloggen/", views.log_in, name="mijn-inloggen"),
    # allauth looks this address up by this name, to tell DigiD where to return to.
    path(
        "mijn/inloggen/terug/",
        views.back_from_digid,
        {"provider_id": views.DIGID},
        name="openid_connect_callback",
    ),
    path("mijn/taal/", views.language, name="mijn-taal"),
    path("mijn/plan/", views.plan, name="mijn-plan"),
    path("mijn/plan/<int:version_id>/", views.plan, name="mijn-plan-versie"),
    path("mijn/route/", views.route, name="mijn-route"),
    path("mijn/woorden/", views.words, name="mijn-woorden"),
    path("mijn/documenten/<int:document_id>/", views.document, name="mijn-document"),
]
