"""DUO's events: what each says in plain Dutch, and what we do with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from exchange.enums import Act


@dataclass(frozen=True)
class Event:
    """`sentence` is what the dossier shows."""

    code: str
    sentence: str
    act: Act = Act.SHOW


_EVENTS = (
    Event("SS101", "DUO meldt: deze persoon is inburgeringsplichtig.", Act.OPEN),
    Event("SS139", "DUO meldt: deze persoon is inburgeringsplichtig en de tien weken voor het PIP zijn begonnen.",
          Act.OPEN_AND_START),
    Event("SS120", "DUO meldt: deze persoon heeft zich in de gemeente gevestigd en heeft nog geen PIP.", Act.OPEN_AND_START),
    Event("SS121", "DUO meldt: deze persoon heeft zich in de gemeente gevestigd en heeft al een PIP.", Act.OPEN_AFTER_MOVE),
    Event("SS128", "DUO meldt: deze persoon is inburgeringsplichtig, maar bereikt binnen zes maanden de AOW-leeftijd."),
    Event("SS129", "DUO meldt: de tijdelijke vrijstelling is ingetrokken. Er is nog geen PIP."),
    Event("SS130", "DUO meldt: de tijdelijke vrijstelling is ingetrokken. Er is al een PIP."),
    Event("SS124", "DUO meldt: de doelgroep is gewijzigd.", Act.FETCH_GROUP),
    Event("SS125", "DUO meldt: de doelgroep is gewijzigd.", Act.FETCH_GROUP),
    Event("SS109", "DUO meldt: deze persoon heeft een tijdelijke vrijstelling."),
    Event("SS110", "DUO meldt: de inburgeringsplicht is ingetrokken. Bekijk of het dossier dicht kan."),
    Event("SS111", "DUO meldt: deze persoon is overleden.", Act.CLOSE),
    Event("SS106", "DUO meldt: deze persoon heeft het inburgeringsdiploma gehaald. Bekijk of het dossier dicht kan."),
    Event("SS107", "DUO meldt: deze persoon is helemaal vrijgesteld. Bekijk of het dossier dicht kan."),
    Event("SS108", "DUO meldt: deze persoon is helemaal ontheven. Bekijk of het dossier dicht kan."),
    Event("SS137", "DUO meldt: deze persoon is aangemeld voor de leerbaarheidstoets.", Act.FETCH_EXAM_NUMBER),
    Event("SS131", "DUO meldt: er is een resultaat van de leerbaarheidstoets.", Act.FETCH_LBT),
    Event("SS102", "DUO meldt: de inburgeringstermijn is gestart.", Act.FETCH_TERM),
    Event("SS103", "DUO meldt: de inburgeringstermijn is door DUO zelf verlengd.", Act.FETCH_TERM),
    Event("SS104", "DUO meldt: de inburgeringstermijn is op verzoek verlengd.", Act.FETCH_TERM),
    Event("SS112", "DUO meldt: er is een verlenging aangevraagd."),
    Event("SS113", "DUO meldt: de aanvraag voor verlenging is afgewezen."),
    Event("SS114", "DUO meldt: er is een besluit over een vrijstelling."),
    Event("SS115", "DUO meldt: er is een besluit over een vrijstelling."),
    Event("SS116", "DUO meldt: er is een besluit over een vrijstelling."),
    Event("SS117", "DUO meldt: er is een besluit over een vrijstelling."),
    Event("SS118", "DUO meldt: er is een besluit over een ontheffing."),
    Event("SS119", "DUO meldt: er is een besluit over een ontheffing."),
    Event("SS122", "DUO meldt: deze persoon is uit de gemeente vertrokken."),
    Event("SS123", "DUO meldt: deze persoon is uit de gemeente vertrokken."),
    Event("SS126", "DUO meldt: de tien weken zijn voorbij en er is nog geen leerroute bekend."),
    Event("SS127", "DUO meldt: er is nog geen inburgeringsaanbod bekend."),
    Event("SS132", "DUO meldt: de cursus past niet bij wat de gemeente heeft doorgegeven."),
    Event("SS133", "DUO meldt: de cursus past niet bij wat de gemeente heeft doorgegeven."),
    Event("SS135", "DUO meldt: de cursus past niet bij wat de gemeente heeft doorgegeven."),
    Event("SS136", "DUO meldt: de cursus past niet bij wat de gemeente heeft doorgegeven."),
    Event("SS140", "DUO vraagt advies over een ontheffing om bijzondere omstandigheden."),
    Event("SS141", "DUO meldt: het certificaat ligt klaar."),
    Event("SS142", "DUO meldt: een opleiding is beëindigd."),
    Event("SS199", "DUO meldt: er is een uitslag van een examen."),
)  # fmt: skip

EVENTS: Mapping[str, Event] = {event.code: event for event in _EVENTS}


def event_of(code: str) -> Event:
    """The event with this code. One that nobody knows yet is shown, never dropped."""
    sentence = f"DUO meldt gebeurtenis {code}. Dit programma kent die nog niet: kijk in het Portaal Inburgering wat het is."
    return EVENTS.get(code) or Event(code, sentence)
