from django.urls import path

from pip_plans import api, views

PLAN = "dossiers/<int:case_id>/pip/"
CONCEPT = PLAN + "concept/"

urlpatterns = [
    path(PLAN, views.overview, name="pip"),
    path(PLAN + "beginnen/", views.start, name="pip-beginnen"),
    path(PLAN + "vorige-gemeente/", views.previous_pip, name="pip-vorige-gemeente"),
    path(CONCEPT, views.editor, name="pip-concept"),
    path(CONCEPT + "veld/", views.save_field, name="pip-veld"),
    path(CONCEPT + "ontbreekt/", views.missing, name="pip-ontbreekt"),
    path(CONCEPT + "doelen/", views.add_goal, name="pip-doelen"),
    path(CONCEPT + "doelen/<int:goal_id>/", views.change_goal, name="pip-doel"),
    path(CONCEPT + "doelen/<int:goal_id>/verwijderen/", views.remove_goal, name="pip-doel-verwijderen"),
    path(CONCEPT + "afspraken/", views.add_agreement, name="pip-afspraken"),
    path(CONCEPT + "afspraken/<int:agreement_id>/", views.change_agreement, name="pip-afspraak"),
    path(
        CONCEPT + "afspraken/<int:agreement_id>/verwijderen/",
        views.remove_agreement,
        name="pip-afspraak-verwijderen",
    ),
    path(CONCEPT + "verwijderen/", views.discard, name="pip-concept-verwijderen"),
    path(CONCEPT + "brief/", views.preview_letter, name="pip-voorbeeld-brief"),
    path(CONCEPT + "nieuwkomer/", views.preview_portal, name="pip-voorbeeld-nieuwkomer"),
    path(CONCEPT + "vaststellen/", views.establish, name="pip-vaststellen"),
    path(CONCEPT + "delen/", views.share, name="pip-delen"),
    path(CONCEPT + "niet-delen/", views.stop_sharing, name="pip-niet-delen"),
    path(CONCEPT + "reacties/", views.responses, name="pip-reacties"),
    path(CONCEPT + "opmerkingen/", views.add_comment, name="pip-opmerkingen"),
    path(CONCEPT + "opmerkingen/<int:comment_id>/", views.answer_comment, name="pip-opmerking"),
    path(CONCEPT + "reactie/", views.record_response, name="pip-reactie"),
    path(CONCEPT + "eenzijdig/", views.unilateral, name="pip-eenzijdig"),
    path(PLAN + "advies/", views.advice, name="pip-advies"),
    path(CONCEPT + "advies/bewaren/", views.keep_advice, name="pip-advies-bewaren"),
    path("pip/goedkeuren/", views.to_approve, name="pip-goedkeuren"),
    path("pip/goedkeuren/<int:approval_id>/", views.approval, name="pip-akkoord"),
    path(PLAN + "niveau/", views.needed_level, name="pip-niveau"),
    path("pip/plannen/", views.plan_quality, name="pip-plannen"),
    path("beheer/wegen/", views.pathways, name="pip-wegen"),
    path("beheer/leestijd/", views.review_period, name="pip-leestijd"),
    path("bezwaren/", views.objections, name="bezwaren"),
    path(PLAN + "bezwaren/", views.objections_of_case, name="pip-bezwaren"),
    path(PLAN + "bezwaren/nieuw/", views.register_objection, name="pip-bezwaar-nieuw"),
    path(PLAN + "bezwaren/<int:objection_id>/", views.objection, name="pip-bezwaar"),
    path(PLAN + "bezwaren/<int:objection_id>/<slug:key>/", views.objection_step, name="pip-bezwaar-stap"),
    path("mijn/plan/<int:version_id>/bezwaar/", views.my_new_objection, name="mijn-bezwaar-nieuw"),
    path("mijn/bezwaar/<int:objection_id>/", views.my_objection, name="mijn-bezwaar"),
    path("mijn/bezwaar/<int:objection_id>/intrekken/", views.my_withdrawal, name="mijn-bezwaar-intrekken"),
    path("mijn/plan/concept/", views.my_concept, name="mijn-concept"),
    path("mijn/plan/concept/opmerking/", views.my_comment, name="mijn-opmerking"),
    path("mijn/plan/concept/antwoord/", views.my_response, name="mijn-antwoord"),
    path(PLAN + "lesuren/", views.course_hours, name="pip-lesuren"),
    path(
        PLAN + "lesuren/<int:row_id>/verwijderen/", views.remove_course_hours, name="pip-lesuren-verwijderen"
    ),
    path(PLAN + "versies/<int:number>/", views.version, name="pip-versie"),
    path(PLAN + "versies/<int:number>/weg-bij-duo/", views.withdraw, name="pip-weg-bij-duo"),
    path(PLAN + "versies/<int:number>/beschikking/", views.letter, name="pip-beschikking"),
    path(PLAN + "versies/<int:number>/verschil/<int:other>/", views.compare, name="pip-verschil"),
    path(PLAN + "versies/<int:number>/verschil/<int:other>/pdf/", views.compare_pdf, name="pip-verschil-pdf"),
]

api_urlpatterns = [
    path("dossiers/<int:case_id>/pip", api.ReadPip.as_view(), name="api-pip"),
    path("dossiers/<int:case_id>/pip/concept", api.StartConcept.as_view(), name="api-pip-concept"),
    path("dossiers/<int:case_id>/bezwaren", api.Objections.as_view(), name="api-bezwaren"),
    path("pip/versies/<int:version_id>/bezwaren", api.RegisterObjection.as_view(), name="api-bezwaar-vastleggen"),
    path("dossiers/<int:case_id>/pip/niveau", api.RecordNeededLevel.as_view(), name="api-pip-niveau"),
    path("pip/versies/<int:version_id>", api.UpdateConcept.as_view(), name="api-pip-versie"),
    path("pip/versies/<int:version_id>/doelen", api.AddGoal.as_view(), name="api-pip-doelen"),
    path("pip/versies/<int:version_id>/afspraken", api.AddAgreement.as_view(), name="api-pip-afspraken"),
    path("pip/versies/<int:version_id>/delen", api.ShareConcept.as_view(), name="api-pip-delen"),
    path("pip/versies/<int:version_id>/reacties", api.Respond.as_view(), name="api-pip-reacties"),
    path("pip/versies/<int:version_id>/vaststellen", api.EstablishPip.as_view(), name="api-pip-vaststellen"),
]
