"""Who may come where. Each address has an entry for each method that it knows."""

from dataclasses import dataclass, field
from typing import Any

from tests.rights.world import ACTORS, RESIDENTS, STAFF, TOKENS

CASE_EDIT = frozenset({"klantmanager", "vervanger", "teamleider"})
CASE_READ = CASE_EDIT | {"collega", "ontzorg"}
CASE_STAFF = STAFF - {"beheerder", "privacy", "andere_beheerder"}
LOG_READ = CASE_READ | {"privacy"}
BEHEER = frozenset({"beheerder", "andere_beheerder"})
OWN = frozenset({"inwoner"})
LOGGED_IN = STAFF | RESIDENTS | {"zonder_rol"}

TOKEN = frozenset({"token"})
TOKEN_READ = TOKEN | {"token_collega"}
TOKEN_ANY = TOKEN_READ | {"token_andere_gemeente"}


@dataclass(frozen=True)
class Entry:
    """`keys` gives for each part of the address the name of an object of the world."""

    method: str
    who: frozenset[str]
    keys: dict[str, str] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    is_api: bool = False


def page(who: frozenset[str], **keys: str) -> list[Entry]:
    return [Entry("GET", who, keys)]


def form(who: frozenset[str], **keys: str) -> list[Entry]:
    return [Entry("GET", who, keys), Entry("POST", who, keys)]


def act(who: frozenset[str], **keys: str) -> list[Entry]:
    return [Entry("POST", who, keys)]


def api(method: str, who: frozenset[str], **keys: str) -> list[Entry]:
    return [Entry(method, who, keys, is_api=True)]


CASE = {"case_id": "case_id"}
VERZOEK = {"request_id": "verzoek_id"}
SUMMONS = {**CASE, "summons_id": "summons_id"}
TALK = {**CASE, "appointment_id": "appointment_id"}
GROUP = {"session_id": "session_id"}
GROUP_READ = CASE_STAFF - {"andere_gemeente"}
GROUP_LEAD = frozenset({"klantmanager", "teamleider"})
INTERPRETERS = frozenset(
    {"teamleider", "teamleider_elders", "beheerder", "andere_beheerder", "andere_gemeente"}
)
MESSAGES = frozenset({"teamleider", "teamleider_elders", "beheerder"})
LEADS = frozenset({"teamleider", "teamleider_elders", "andere_gemeente"})
OUTBOX = LEADS | {"beheerder", "andere_beheerder"}

MATRIX: dict[str, list[Entry]] = {
    # --- Logging in -------------------------------------------------------------------------------
    "account_login": page(ACTORS),
    "health-live": page(ACTORS),
    "health-ready": page(ACTORS),
    "api-tokens": form(BEHEER),
    "api-token-intrekken": act(frozenset({"beheerder"}), token_id="token_id"),
    # --- Dossiers ---------------------------------------------------------------------------------
    "werkvoorraad": page(STAFF | RESIDENTS),  # A resident is sent on to the portal.
    "zoeken": form(CASE_STAFF),
    "logboek": page(frozenset({"privacy"})),
    "dossier-nieuw": form(CASE_STAFF - {"ontzorg"}),
    "dossier": page(CASE_READ, **CASE),
    "dossier-toegang": form(CASE_STAFF - {"andere_gemeente"}, **CASE),
    "dossier-wijzigen": form(CASE_EDIT, **CASE),
    "dossier-klantmanager": form(frozenset({"teamleider"}), **CASE),
    "dossier-vervanger": form(CASE_EDIT, **CASE),
    "dossier-vervanger-stoppen": act(CASE_EDIT, **CASE, assignment_id="assignment_id"),
    "dossier-sluiten": form(CASE_EDIT, **CASE),
    "dossier-huishouden": form(CASE_EDIT, **CASE),
    "dossier-notities": page(CASE_READ, **CASE) + act(CASE_EDIT, **CASE),
    "dossier-documenten": page(CASE_READ, **CASE) + act(CASE_EDIT, **CASE),
    "dossier-document": page(CASE_READ, **CASE, document_id="document_id"),
    "dossier-logboek": page(LOG_READ, **CASE),
    "openapi": api("GET", TOKENS),
    "api-dossiers": api("GET", TOKEN_ANY),
    "api-dossier-openen": api("POST", TOKEN_ANY),
    "api-dossier": api("GET", TOKEN_READ, **CASE),
    "api-dossier-gebeurtenissen": api("GET", TOKEN_READ, **CASE),
    "api-dossier-notitie": api("POST", TOKEN, **CASE),
    "api-dossier-klantmanager": api("POST", frozenset(), **CASE),
    "api-dossier-sluiten": api("POST", TOKEN, **CASE),
    # --- Termijnen ----------------------------------------------------------------------------------
    "termijnen": page(CASE_READ, **CASE),
    "derde-gevraagd": act(CASE_EDIT, **CASE),
    "derde-ontvangen": act(CASE_EDIT, **CASE, request_id="request_id"),
    "derde-intrekken": act(CASE_EDIT, **CASE, request_id="request_id"),
    "termijn-toevoegen": form(CASE_EDIT, **CASE),
    "termijn-verbeteren": form(CASE_EDIT, **CASE, deadline_id="deadline_id"),
    "termijn-gedaan": form(CASE_EDIT, **CASE, deadline_id="by_hand_id"),
    "termijn-toch-niet-gedaan": form(CASE_EDIT, **CASE, deadline_id="by_hand_id"),
    "termijn-stoppen": form(CASE_EDIT, **CASE, deadline_id="by_hand_id"),
    "termijn-verlengen": form(CASE_EDIT, **CASE, deadline_id="deadline_id"),
    "termijn-opschorten": form(CASE_EDIT, **CASE, deadline_id="by_hand_id"),
    "verlenging-intrekken": form(CASE_EDIT, **CASE, extension_id="extension_id"),
    "opschorting-afsluiten": form(CASE_EDIT, **CASE, suspension_id="suspension_id"),
    "opschorting-intrekken": form(CASE_EDIT, **CASE, suspension_id="suspension_id"),
    "toezeggingen": form(BEHEER),
    "gelijkgestelde-dagen": page(BEHEER),
    "gelijkgestelde-dag-toevoegen": act(BEHEER),
    "gelijkgestelde-dag-verwijderen": act(BEHEER, day_id="day_id"),
    "api-termijnen": api("GET", TOKEN_READ, **CASE),
    "api-derde-gevraagd": api("POST", TOKEN, **CASE),
    "api-derde-ontvangen": api("POST", TOKEN, **CASE, request_id="request_id"),
    "api-derde-intrekken": api("POST", TOKEN, **CASE, request_id="request_id"),
    "api-termijn-berekening": api("POST", TOKEN_ANY),
    # --- Appointments and interpreters ------------------------------------------------------------------
    "dossier-contact": page(CASE_READ, **CASE),
    "afspraak-nieuw": form(CASE_EDIT, **CASE),
    "afspraak": page(CASE_READ, **TALK),
    "afspraak-agendabestand": page(CASE_READ, **TALK),
    "afspraak-wijzigen": form(CASE_EDIT, **TALK),
    "afspraak-bevestigen": form(CASE_EDIT, **TALK),
    "afspraak-afzeggen": form(CASE_EDIT, **TALK),
    "afspraak-uitkomst": form(CASE_EDIT, **TALK),
    "afspraak-tolk": form(CASE_EDIT, **TALK),
    "tolk-vragen": act(CASE_EDIT, **TALK),
    "tolk-antwoord": act(CASE_EDIT, **CASE, booking_id="booking_id"),
    "voorbereidingspakket": form(CASE_EDIT, **CASE),
    "voorbereidingstijd": form(BEHEER),
    "opnamen": page(BEHEER),
    "opnamen-taal": page(BEHEER, language="language"),
    "opname": form(BEHEER, language="language", key="pack_part"),
    "opname-weghalen": form(frozenset({"beheerder"}), language="language", key="pack_part"),
    "opname-geluid": page(
        (STAFF | RESIDENTS) - {"andere_gemeente", "andere_beheerder"}, recording_id="recording_id"
    ),
    "api-voorbereidingspakket": api("GET", TOKEN_READ, **CASE),
    "api-voorbereidingspakket-versturen": api("POST", TOKEN, **CASE),
    "agenda": page(CASE_STAFF),
    "agenda-talen": form(CASE_STAFF),
    "tolken": form(INTERPRETERS),
    "tolk-wijzigen": form(
        INTERPRETERS - {"andere_beheerder", "andere_gemeente"}, interpreter_id="interpreter_id"
    ),
    "api-afspraken": api("GET", TOKEN_READ, **CASE),
    "api-afspraak-maken": api("POST", TOKEN, **CASE),
    "api-afspraak-verplaatsen": api("POST", TOKEN, appointment_id="appointment_id"),
    "api-afspraak-afzeggen": api("POST", TOKEN, appointment_id="appointment_id"),
    "groepen": page(CASE_STAFF),
    "groep-nieuw": form(CASE_STAFF - {"ontzorg"}),
    "groep": page(GROUP_READ, **GROUP),
    "groep-deelnemer": form(GROUP_READ - {"ontzorg"}, **GROUP),
    "groep-tolk": form(GROUP_LEAD, **GROUP),
    "groep-tolk-antwoord": act(GROUP_LEAD, **GROUP, booking_id="group_booking_id"),
    "groep-bevestigen": form(GROUP_LEAD, **GROUP),
    "groep-wijzigen": form(GROUP_LEAD, **GROUP),
    "groep-afzeggen": form(GROUP_LEAD, **GROUP),
    "groep-aanwezig": act(CASE_EDIT, **GROUP, appointment_id="guest_id"),
    "api-groepen": api("GET", TOKEN_ANY),
    "api-groep-maken": api("POST", TOKEN_ANY),
    "api-groep": api("GET", TOKEN_READ, **GROUP),
    "api-groep-deelnemer": api("POST", TOKEN_READ, **GROUP),
    "api-groep-aanwezig": api("POST", TOKEN, **GROUP, appointment_id="guest_id"),
    "api-groep-tolk": api("POST", TOKEN, **GROUP),
    "api-groep-tolk-antwoord": api("POST", TOKEN, **GROUP, booking_id="group_booking_id"),
    "api-groep-bevestigen": api("POST", TOKEN, **GROUP),
    "api-groep-verplaatsen": api("POST", TOKEN, **GROUP),
    "api-groep-afzeggen": api("POST", TOKEN, **GROUP),
    # --- Brede intake ---------------------------------------------------------------------------------
    "intake": page(CASE_READ, **CASE),
    "intake-starten": form(CASE_EDIT, **CASE),
    "intake-onderdeel": form(CASE_EDIT, **CASE, key="key"),
    "intake-herhaald": page(frozenset({"teamleider", "teamleider_elders", "andere_gemeente"})),
    "intake-coa": form(CASE_EDIT, **CASE),
    "oproepen": page(CASE_READ, **CASE),
    "oproep-nieuw": form(CASE_EDIT, **CASE),
    "oproep-poging": form(CASE_EDIT, **CASE),
    "oproep-uitkomst": form(CASE_EDIT, **SUMMONS),
    "oproep-reden": form(CASE_EDIT, **SUMMONS),
    "oproep-oordeel": form(CASE_EDIT, **SUMMONS),
    "oproep-intrekken": form(CASE_EDIT, **SUMMONS),
    "intake-zonder-nieuwkomer": form(frozenset({"teamleider"}), **CASE),
    "mijn-oproepen": page(OWN | {"andere_inwoner", "partner"}),
    "mijn-oproep-reden": form(OWN, summons_id="summons_id"),
    "api-oproepen": api("GET", TOKEN_READ, **CASE),
    "api-oproep-sturen": api("POST", TOKEN, **CASE),
    "api-oproep-poging": api("POST", TOKEN, **CASE),
    "api-oproep-oordeel": api("POST", TOKEN, **SUMMONS),
    "intake-voorbereiding": page(CASE_READ, **CASE),
    "intake-voorbereiding-stap": form(CASE_EDIT, **CASE, key="sheet_step"),
    "api-intake-voorbereiding": api("GET", TOKEN_READ, **CASE),
    "api-intake-voorbereiding-stap": api("PUT", TOKEN, **CASE, key="sheet_step"),
    "lbt-ontheffing": form(CASE_EDIT, **CASE),
    "lbt-versie": form(CASE_EDIT, **CASE, result_id="result_id"),
    "toetsversies": form(LEADS | BEHEER),
    "intake-lezen": page(CASE_READ, intake_id="intake_id"),
    "intake-antwoord": act(CASE_EDIT, intake_id="intake_id", question="question"),
    "intake-geschiedenis": page(CASE_READ, intake_id="intake_id", question="question"),
    "intake-botsing": act(CASE_EDIT, intake_id="intake_id", conflict_id="conflict_id"),
    "intake-gesprek": form(CASE_EDIT, intake_id="intake_id"),
    "intake-lijst-toevoegen": form(CASE_EDIT, **CASE, key="list_key"),
    "intake-lijst-wijzigen": form(CASE_EDIT, **CASE, key="list_key", entry_id="entry_id"),
    "intake-lijst-weghalen": form(CASE_EDIT, **CASE, key="list_key", entry_id="entry_id"),
    "intake-gesprek-lezen": page(CASE_READ, intake_id="intake_id", talk_id="talk_id"),
    "intake-begrepen": act(CASE_EDIT, intake_id="intake_id", talk_id="talk_id"),
    "intake-toezegging": act(CASE_EDIT, intake_id="intake_id", talk_id="talk_id"),
    "intake-toezegging-afhandelen": form(CASE_EDIT, intake_id="intake_id", promise_id="promise_id"),
    "intake-gesprek-afsluiten": act(CASE_EDIT, intake_id="intake_id", talk_id="talk_id"),
    "intake-alleen-gesprek": act(CASE_EDIT, intake_id="intake_id"),
    "intake-afronden": form(CASE_EDIT, intake_id="intake_id"),
    "intake-heropenen": form(CASE_EDIT, intake_id="intake_id"),
    "api-intake": api("GET", TOKEN_READ, **CASE),
    "api-intake-coa": api("GET", TOKEN_READ, **CASE),
    "api-intake-coa-vastleggen": api("POST", TOKEN, **CASE),
    "api-intake-starten": api("POST", TOKEN, **CASE),
    "api-intake-antwoord": api("PUT", TOKEN, intake_id="intake_id", question="question"),
    "api-intake-gesprek": api("POST", TOKEN, intake_id="intake_id"),
    "api-intake-lijst": api("GET", TOKEN_READ, **CASE, key="list_key"),
    "api-intake-lijst-toevoegen": api("POST", TOKEN, **CASE, key="list_key"),
    "api-intake-lijst-wijzigen": api("PATCH", TOKEN, **CASE, key="list_key", entry_id="entry_id"),
    "api-intake-lijst-weghalen": api("POST", TOKEN, **CASE, key="list_key", entry_id="entry_id"),
    "api-intake-toezegging": api("POST", TOKEN, intake_id="intake_id", talk_id="talk_id"),
    "api-intake-toezegging-afhandelen": api("POST", TOKEN, intake_id="intake_id", promise_id="promise_id"),
    "api-intake-gesprek-afsluiten": api("POST", TOKEN, intake_id="intake_id", talk_id="talk_id"),
    "api-intake-afronden": api("POST", TOKEN, intake_id="intake_id"),
    # --- PIP ----------------------------------------------------------------------------------------------
    "pip": page(CASE_READ, **CASE),
    "pip-beginnen": act(CASE_EDIT, **CASE),
    "pip-vorige-gemeente": form(CASE_EDIT, **CASE),
    "pip-concept": page(CASE_EDIT, **CASE),
    "pip-veld": act(CASE_EDIT, **CASE),
    "pip-ontbreekt": page(CASE_EDIT, **CASE),
    "pip-botsingen": page(CASE_EDIT, **CASE),
    "pip-botsing": act(CASE_EDIT, **CASE, conflict_id="plan_conflict_id"),
    "pip-doelen": act(CASE_EDIT, **CASE),
    "pip-doel": form(CASE_EDIT, **CASE, goal_id="goal_id"),
    "pip-doel-verwijderen": form(CASE_EDIT, **CASE, goal_id="goal_id"),
    "pip-afspraken": act(CASE_EDIT, **CASE),
    "pip-afspraak": form(CASE_EDIT, **CASE, agreement_id="agreement_id"),
    "pip-afspraak-verwijderen": form(CASE_EDIT, **CASE, agreement_id="agreement_id"),
    "pip-vertalingen": form(CASE_EDIT, **CASE),
    "pip-vertaling": act(CASE_EDIT, **CASE),
    "pip-concept-verwijderen": form(CASE_EDIT, **CASE),
    "pip-voorbeeld-brief": page(CASE_EDIT, **CASE),
    "pip-voorbeeld-uitleg": page(CASE_EDIT, **CASE),
    "pip-voorbeeld-nieuwkomer": page(CASE_EDIT, **CASE),
    "pip-vaststellen": form(CASE_EDIT, **CASE),
    "pip-delen": act(CASE_EDIT, **CASE),
    "pip-niet-delen": act(CASE_EDIT, **CASE),
    "pip-reacties": page(CASE_EDIT, **CASE),
    "pip-opmerkingen": act(CASE_EDIT, **CASE),
    "pip-opmerking": act(CASE_EDIT, **CASE, comment_id="comment_id"),
    "pip-reactie": form(CASE_EDIT, **CASE),
    "pip-eenzijdig": form(CASE_EDIT, **CASE),
    "pip-advies": page(CASE_READ, **CASE),
    "pip-advies-bewaren": act(CASE_EDIT, **CASE),
    "pip-akkoord-vragen": form(CASE_EDIT, **CASE, ground="ground"),
    "pip-leeftijdsbeleid": form(CASE_EDIT, **CASE),
    "pip-jongeren": form(BEHEER),
    "pip-criteria": page(CASE_READ, **CASE),
    "pip-criterium": form(CASE_EDIT, **CASE, key="criterion_key"),
    "pip-criteria-beheer": form(BEHEER),
    "pip-criterium-einde": act(frozenset({"beheerder"}), criterion_id="criterion_id"),
    "mijn-criteria": page(RESIDENTS),
    "pip-goedkeuren": page(frozenset({"teamleider", "teamleider_elders", "andere_gemeente"})),
    "pip-akkoord": form(frozenset({"teamleider"}), approval_id="approval_id"),
    "pip-leestijd": form(BEHEER),
    "briefteksten": form(BEHEER),
    "brieftekst": form(frozenset({"beheerder"}), number="letter_text"),
    "brieftekst-voorbeeld": page(frozenset({"beheerder"}), number="letter_text"),
    "brieftekst-proef": act(BEHEER),
    "pip-wegen": form(BEHEER),
    "pip-plannen": page(LEADS),
    "pip-toets": page(LEADS),
    "pip-wachttijden": page(LEADS),
    "pip-overbrugging": act(CASE_EDIT, **CASE),
    "pip-overbrugging-stopt": act(CASE_EDIT, **CASE, activity_id="activity_id"),
    "pip-wachttijd": page(CASE_READ, **CASE) + act(CASE_EDIT, **CASE),
    "pip-niveau": page(CASE_READ, **CASE) + act(CASE_EDIT, **CASE),
    "pip-vervolgstap": page(CASE_READ, **CASE) + act(CASE_EDIT, **CASE),
    "pip-vooruit": form(BEHEER),
    "api-pip-niveau": api("POST", TOKEN, **CASE),
    "bezwaren": page(CASE_STAFF),
    "pip-bezwaren": page(CASE_READ, **CASE),
    "pip-bezwaar-nieuw": form(CASE_EDIT, **CASE),
    "pip-bezwaar": page(CASE_READ, **CASE, objection_id="objection_id"),
    "pip-bezwaar-stuk": page(
        CASE_READ, **CASE, objection_id="objection_id", document_id="objection_document_id"
    ),
    "pip-bezwaar-stap": form(CASE_EDIT, **CASE, objection_id="objection_id", key="objection_step"),
    "mijn-bezwaar-nieuw": form(OWN, version_id="version_id"),
    "mijn-bezwaar": page(OWN, objection_id="objection_id"),
    "mijn-vertegenwoordiger": form(OWN, objection_id="objection_id"),
    "mijn-bezwaar-intrekken": form(OWN, objection_id="objection_id"),
    "api-bezwaren": api("GET", TOKEN_READ, **CASE),
    "api-bezwaar-vastleggen": api("POST", TOKEN, version_id="version_id"),
    "verschil-met-duo": form(CASE_EDIT, **CASE),
    "pip-lesuren": form(CASE_EDIT, **CASE),
    "pip-lesuren-verwijderen": form(CASE_EDIT, **CASE, row_id="hours_id"),
    "pip-versie": page(CASE_READ, **CASE, number="number"),
    "pip-weg-bij-duo": form(CASE_EDIT, **CASE, number="number"),
    "pip-beschikking": page(CASE_READ, **CASE, number="number"),
    "pip-uitleg": page(CASE_READ, **CASE, number="number"),
    "pip-verschil": page(CASE_READ, **CASE, number="number", other="number"),
    "pip-verschil-pdf": page(CASE_READ, **CASE, number="number", other="number"),
    "api-pip": api("GET", TOKEN_READ, **CASE),
    "api-pip-concept": api("POST", TOKEN, **CASE),
    "api-pip-versie": api("PATCH", TOKEN, version_id="concept_id"),
    "api-pip-doelen": api("POST", TOKEN, version_id="concept_id"),
    "api-pip-afspraken": api("POST", TOKEN, version_id="concept_id"),
    "api-pip-delen": api("POST", TOKEN, version_id="concept_id"),
    "api-pip-reacties": api("POST", TOKEN, version_id="concept_id"),
    "api-criteria": api("GET", TOKEN_READ, **CASE),
    "api-criterium-oordeel": api("POST", TOKEN, **CASE, key="criterion_key"),
    "api-criteria-gemeente": api("GET", TOKEN_ANY),
    "api-criterium-publiceren": api("POST", frozenset()),
    "api-criterium-einde": api("POST", frozenset(), criterion_id="criterion_id"),
    "api-akkoorden": api("GET", TOKEN, version_id="concept_id"),
    "api-akkoord-vragen": api("POST", TOKEN, version_id="concept_id"),
    "api-goedkeuringen": api("GET", frozenset({"token_andere_gemeente"})),
    "api-advies": api("GET", TOKEN_READ, **CASE),
    "api-advies-bewaren": api("POST", TOKEN, version_id="concept_id"),
    "api-wachttijd": api("GET", TOKEN_READ, **CASE),
    "api-eerste-les": api("POST", TOKEN, **CASE),
    "api-pip-vaststellen": api("POST", TOKEN, version_id="concept_id"),
    # --- Berichten ------------------------------------------------------------------------------------------
    "berichten": page(OUTBOX),
    "berichten-opnieuw": act(OUTBOX),
    "brieven": page(LEADS),
    "brieven-printen": act(LEADS),
    "brieven-verstuurd": act(LEADS),
    "bericht": page(CASE_READ, notice_id="bericht_id")
    + page(frozenset({"teamleider"}), notice_id="vertrouwelijk_id"),
    "bericht-nieuw": form(CASE_EDIT, **CASE),
    "berichtvoorkeur": form(CASE_EDIT, **CASE),
    # --- Verzoeken -------------------------------------------------------------------------------------------
    "verzoeken": page(CASE_STAFF),
    "dossier-verzoeken": page(CASE_READ, **CASE),
    "verzoek-nieuw": form(CASE_EDIT, **CASE),
    "verzoek": page(CASE_READ, **VERZOEK),
    "verzoek-antwoord": form(CASE_EDIT, **VERZOEK),
    "verzoek-gebeld": form(CASE_EDIT, **VERZOEK),
    "verzoek-teamleider": form(CASE_EDIT, **VERZOEK),
    "verzoek-bekijken": form(frozenset({"teamleider"}), request_id="klacht_id"),
    "verzoek-collega": form(frozenset({"teamleider"}), **VERZOEK),
    "verzoek-voorleggen": form(CASE_EDIT, **VERZOEK),
    "verzoek-partij": form(CASE_EDIT, **VERZOEK, party_id="party_id"),
    "verzoek-casusoverleg": form(CASE_EDIT, **VERZOEK),
    "verzoek-vertaling": form(CASE_EDIT, **VERZOEK),
    "verzoek-intrekken": form(CASE_EDIT - {"teamleider"}, **VERZOEK),  # who has it on the desk
    "verzoek-herbeoordeling": form(CASE_EDIT, **VERZOEK),
    "mandaten": form(BEHEER),
    "api-verzoeken": api("GET", TOKEN_READ, **CASE),
    "api-verzoek-indienen": api("POST", TOKEN, **CASE),
    "api-verzoek-antwoord": api("POST", TOKEN, **VERZOEK),
    # --- The chain: DUO's own door has no user; exchange tests who may use it ---
    "ketenberichten": page(MESSAGES | {"andere_gemeente", "andere_beheerder"}),
    "ketenbericht-in-opnieuw": act(MESSAGES, message_id="message_in"),
    "ketenbericht-in-afdoen": act(MESSAGES, message_id="message_in"),
    "ketenbericht-in-nummer": act(MESSAGES - BEHEER, message_id="message_in"),
    "ketenbericht-uit-opnieuw": act(MESSAGES, message_id="message_out"),
    "ketenbericht-uit-afdoen": act(MESSAGES, message_id="message_out"),
    "gebeurtenis-opnieuw": act(MESSAGES, parked_id="parked_id"),
    "dossier-ketenberichten": page(CASE_READ, **CASE),
    # --- The newcomer ----------------------------------------------------------------------------------------
    "mijn": page(RESIDENTS),
    "mijn-inloggen": page(ACTORS),
    "mijn-taal": act(ACTORS),
    "mijn-plan": page(RESIDENTS),
    "mijn-plan-versie": page(OWN, version_id="version_id"),
    "mijn-concept": page(OWN),
    "mijn-opmerking": act(OWN),
    "mijn-antwoord": act(OWN),
    "mijn-beloofd": page(RESIDENTS),
    "mijn-route": page(RESIDENTS),
    "mijn-woorden": page(RESIDENTS),
    "mijn-document": page(OWN, document_id="document_id"),
    "mijn-afspraken": page(RESIDENTS),
    "mijn-afspraak-agenda": page(OWN, appointment_id="appointment_id"),
    "mijn-afspraak-verplaatsen": form(OWN, appointment_id="appointment_id"),
    "mijn-afspraak-afzeggen": form(OWN, appointment_id="appointment_id"),
    "mijn-berichten": page(RESIDENTS),
    "mijn-bericht": page(OWN, notice_id="mijn_bericht_id"),
    "mijn-bericht-openen": act(OWN, notice_id="mijn_bericht_id"),
    "mijn-voorbereiding": page(RESIDENTS),
    "mijn-voorbereiding-gelezen": act(RESIDENTS),
    "mijn-voorbereiding-stap": form(RESIDENTS, key="sheet_step"),
    "mijn-na-het-gesprek": page(RESIDENTS),
    "mijn-vragen": page(RESIDENTS),
    "mijn-vraag-nieuw": form(RESIDENTS),
    "mijn-vraag": page(OWN, request_id="klacht_id"),
    "mijn-vraag-intrekken": form(OWN, request_id="klacht_id"),
    "mijn-vraag-opnieuw": form(OWN, request_id="klacht_id"),
    "mijn-voorkeuren": form(RESIDENTS),
}

FRAMEWORK = frozenset(
    {
        "account_logout", "account_inactive", "account_reauthenticate", "account_change_password",
        "socialaccount_login_cancelled", "socialaccount_login_error", "openid_connect_callback",
        "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp",
        "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
    }
)  # fmt: skip
"""Addresses of allauth that guard themselves."""

ELSEWHERE = frozenset({"notificaties", "sms-status", "api-onbekend"})
"""DUO's door (its users are certificates: `tests/exchange`), that of the SMS service (a token: `tests/contact`), and the
answer to API addresses that don't exist."""
