from django.urls import path

from intake import api, views

SUMMONS = "dossiers/<int:case_id>/intake/oproepen/<int:summons_id>/"

urlpatterns = [
    path("dossiers/<int:case_id>/intake/", views.intake, name="intake"),
    path("dossiers/<int:case_id>/intake/starten/", views.start, name="intake-starten"),
    path("dossiers/<int:case_id>/intake/onderdeel/<slug:key>/", views.section, name="intake-onderdeel"),
    path("dossiers/<int:case_id>/intake/voorbereiding/", views.sheet, name="intake-voorbereiding"),
    path(
        "dossiers/<int:case_id>/intake/voorbereiding/<slug:key>/",
        views.sheet_step,
        name="intake-voorbereiding-stap",
    ),
    path("dossiers/<int:case_id>/intake/coa/", views.coa, name="intake-coa"),
    path("dossiers/<int:case_id>/intake/oproepen/", views.summonses, name="oproepen"),
    path("dossiers/<int:case_id>/intake/oproepen/nieuw/", views.summon, name="oproep-nieuw"),
    path("dossiers/<int:case_id>/intake/oproepen/poging/", views.log_attempt, name="oproep-poging"),
    path(
        "dossiers/<int:case_id>/intake/oproepen/afronden/",
        views.complete_in_absence,
        name="intake-zonder-nieuwkomer",
    ),
    path(SUMMONS + "uitkomst/", views.summons_outcome, name="oproep-uitkomst"),
    path(SUMMONS + "reden/", views.summons_reason, name="oproep-reden"),
    path(SUMMONS + "oordeel/", views.judge_summons, name="oproep-oordeel"),
    path(SUMMONS + "intrekken/", views.withdraw_summons, name="oproep-intrekken"),
    path("dossiers/<int:case_id>/intake/ontheffing-toets/", views.exempt, name="lbt-ontheffing"),
    path(
        "dossiers/<int:case_id>/intake/toets/<int:result_id>/versie/",
        views.choose_lbt_version,
        name="lbt-versie",
    ),
    path("beheer/toetsversies/", views.lbt_versions, name="toetsversies"),
    path(
        "dossiers/<int:case_id>/intake/lijst/<slug:key>/toevoegen/",
        views.add_entry,
        name="intake-lijst-toevoegen",
    ),
    path(
        "dossiers/<int:case_id>/intake/lijst/<slug:key>/<int:entry_id>/",
        views.change_entry,
        name="intake-lijst-wijzigen",
    ),
    path(
        "dossiers/<int:case_id>/intake/lijst/<slug:key>/<int:entry_id>/weghalen/",
        views.remove_entry,
        name="intake-lijst-weghalen",
    ),
    path("beheer/opnamen/", views.recordings, name="opnamen"),
    path("beheer/opnamen/<slug:language>/", views.recordings_in, name="opnamen-taal"),
    path("beheer/opnamen/<slug:language>/<slug:key>/", views.record_part, name="opname"),
    path(
        "beheer/opnamen/<slug:language>/<slug:key>/weghalen/", views.remove_recording, name="opname-weghalen"
    ),
    path("opnamen/<int:recording_id>/geluid/", views.sound, name="opname-geluid"),
    path("intake/herhaalde-stappen/", views.repeats, name="intake-herhaald"),
    path("intake/<int:intake_id>/", views.read_intake, name="intake-lezen"),
    path("intake/<int:intake_id>/antwoord/<slug:question>/", views.save_answer, name="intake-antwoord"),
    path(
        "intake/<int:intake_id>/antwoord/<slug:question>/geschiedenis/",
        views.answer_history,
        name="intake-geschiedenis",
    ),
    path("intake/<int:intake_id>/botsing/<int:conflict_id>/", views.settle_conflict, name="intake-botsing"),
    path("intake/<int:intake_id>/gesprek/", views.add_talk, name="intake-gesprek"),
    path("intake/<int:intake_id>/gesprek/<int:talk_id>/", views.read_talk, name="intake-gesprek-lezen"),
    path(
        "intake/<int:intake_id>/gesprek/<int:talk_id>/toezegging/",
        views.add_promise,
        name="intake-toezegging",
    ),
    path(
        "intake/<int:intake_id>/gesprek/<int:talk_id>/afsluiten/",
        views.close_talk,
        name="intake-gesprek-afsluiten",
    ),
    path(
        "intake/<int:intake_id>/toezegging/<int:promise_id>/",
        views.settle_promise,
        name="intake-toezegging-afhandelen",
    ),
    path("intake/<int:intake_id>/gesprek/<int:talk_id>/begrepen/", views.understood, name="intake-begrepen"),
    path("intake/<int:intake_id>/alleen-gesprek/", views.private_talk, name="intake-alleen-gesprek"),
    path("intake/<int:intake_id>/afronden/", views.complete, name="intake-afronden"),
    path("intake/<int:intake_id>/heropenen/", views.reopen, name="intake-heropenen"),
]

api_urlpatterns = [
    path("dossiers/<int:case_id>/intake", api.ReadIntake.as_view(), name="api-intake"),
    path("dossiers/<int:case_id>/oproepen", api.ReadSummonses.as_view(), name="api-oproepen"),
    path("dossiers/<int:case_id>/oproepen/sturen", api.SendSummons.as_view(), name="api-oproep-sturen"),
    path("dossiers/<int:case_id>/oproepen/poging", api.LogAttempt.as_view(), name="api-oproep-poging"),
    path(
        "dossiers/<int:case_id>/oproepen/<int:summons_id>/oordeel",
        api.JudgeSummons.as_view(),
        name="api-oproep-oordeel",
    ),
    path(
        "dossiers/<int:case_id>/intake/voorbereiding",
        api.ReadSheet.as_view(),
        name="api-intake-voorbereiding",
    ),
    path(
        "dossiers/<int:case_id>/intake/voorbereiding/<slug:key>",
        api.SaveSheetStep.as_view(),
        name="api-intake-voorbereiding-stap",
    ),
    path("dossiers/<int:case_id>/intake/coa", api.ReadCoa.as_view(), name="api-intake-coa"),
    path(
        "dossiers/<int:case_id>/intake/coa/vastleggen",
        api.SaveCoa.as_view(),
        name="api-intake-coa-vastleggen",
    ),
    path("dossiers/<int:case_id>/intake/starten", api.StartIntake.as_view(), name="api-intake-starten"),
    path(
        "dossiers/<int:case_id>/intake/lijst/<slug:key>", api.ReadEntries.as_view(), name="api-intake-lijst"
    ),
    path(
        "dossiers/<int:case_id>/intake/lijst/<slug:key>/toevoegen",
        api.AddEntry.as_view(),
        name="api-intake-lijst-toevoegen",
    ),
    path(
        "dossiers/<int:case_id>/intake/lijst/<slug:key>/<int:entry_id>",
        api.ChangeEntry.as_view(),
        name="api-intake-lijst-wijzigen",
    ),
    path(
        "dossiers/<int:case_id>/intake/lijst/<slug:key>/<int:entry_id>/weghalen",
        api.RemoveEntry.as_view(),
        name="api-intake-lijst-weghalen",
    ),
    path(
        "intake/<int:intake_id>/antwoorden/<slug:question>",
        api.SaveAnswer.as_view(),
        name="api-intake-antwoord",
    ),
    path("intake/<int:intake_id>/gesprekken", api.AddTalk.as_view(), name="api-intake-gesprek"),
    path(
        "intake/<int:intake_id>/gesprekken/<int:talk_id>/toezeggingen",
        api.AddPromise.as_view(),
        name="api-intake-toezegging",
    ),
    path(
        "intake/<int:intake_id>/gesprekken/<int:talk_id>/afsluiten",
        api.CloseTalk.as_view(),
        name="api-intake-gesprek-afsluiten",
    ),
    path(
        "intake/<int:intake_id>/toezeggingen/<int:promise_id>",
        api.SettlePromise.as_view(),
        name="api-intake-toezegging-afhandelen",
    ),
    path("intake/<int:intake_id>/afronden", api.CompleteIntake.as_view(), name="api-intake-afronden"),
]
