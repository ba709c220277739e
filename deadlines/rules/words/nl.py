"""The Dutch words."""

CAUSES = {
    "derde": "na ontvangst van de informatie van",
    "na-bezwaartermijn": "na het einde van de bezwaartermijn op",
    "na-ingebrekestelling": "na het einde van de twee weken op",
    "na-betaaltermijn": "na het einde van de betaaltermijn op",
    "na-termijn": "na het einde van de inburgeringstermijn op",
    "na-begin-terugbetalen": "na het begin van het terugbetalen op",
    "voor-einde-termijn": "vóór de laatste dag van de inburgeringstermijn,",
    "verdaging": "verdaging vanaf",
}
