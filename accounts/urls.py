"""Logging in, the second factor, and API tokens. Of allauth only the pages that this product uses."""

from allauth.account import views as account
from allauth.socialaccount import views as social
from django.urls import include, path

from accounts import views

urlpatterns = [
    path("account/login/", account.login, name="account_login"),
    path("account/logout/", account.logout, name="account_logout"),
    path("account/geblokkeerd/", account.account_inactive, name="account_inactive"),
    path("account/opnieuw-inloggen/", account.reauthenticate, name="account_reauthenticate"),
    path("account/wachtwoord/", account.password_change, name="account_change_password"),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/digid/afgebroken/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("account/digid/fout/", social.login_error, name="socialaccount_login_error"),
    path("beheer/api-tokens/", views.api_tokens, name="api-tokens"),
    path("beheer/api-tokens/<int:token_id>/intrekken/", views.revoke_api_token, name="api-token-intrekken"),
]
