from django.apps import AppConfig
from django.core.checks import register


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Medewerkers en toegang"

    def ready(self) -> None:
        from accounts.admin import second_factor_is_on

        register(second_factor_is_on)
