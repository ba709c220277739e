from django.urls import path

from exchange import api, views

urlpatterns = [
    path("v1/notificaties", api.notificaties, name="notificaties"),
    path("ketenberichten/", views.overview, name="ketenberichten"),
    path("ketenberichten/in/<int:message_id>/opnieuw/", views.retry_in, name="ketenbericht-in-opnieuw"),
    path("ketenberichten/in/<int:message_id>/afdoen/", views.settle_in, name="ketenbericht-in-afdoen"),
    path("ketenberichten/in/<int:message_id>/nummer/", views.show_number, name="ketenbericht-in-nummer"),
    path("ketenberichten/uit/<int:message_id>/opnieuw/", views.retry_out, name="ketenbericht-uit-opnieuw"),
    path("ketenberichten/uit/<int:message_id>/afdoen/", views.settle_out, name="ketenbericht-uit-afdoen"),
    path(
        "ketenberichten/gebeurtenis/<int:parked_id>/opnieuw/", views.retry_event, name="gebeurtenis-opnieuw"
    ),
    path("dossiers/<int:case_id>/ketenberichten/", views.of_case, name="dossier-ketenberichten"),
    path("dossiers/<int:case_id>/verschil-met-duo/", views.difference, name="verschil-met-duo"),
]
