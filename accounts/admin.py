"""Technical administration (accounts, teams, tokens) behind the same login and second factor as the pages."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.core.checks import CheckMessage, Error, register
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import Gemeente, Membership, Team, User

admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.site_header = admin.site.site_title = "Technisch beheer"
admin.site.unregister(Group)


@register
def second_factor_is_on(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Only the demo may do without a second factor for staff."""
    if settings.STAFF_SECOND_FACTOR or settings.DEMO:
        return []
    return [Error("STAFF_SECOND_FACTOR=false mag alleen met DEMO=true.", id="accounts.E001")]


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 1


class StaffCreationForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "name", "gemeente")


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Staff only: residents come in by DigiD and have nothing to set here."""

    add_form = StaffCreationForm
    ordering = ("name",)
    list_display = ("name", "email", "gemeente", "is_active")
    list_filter = ("gemeente", "is_active")
    search_fields = ("name", "email")
    filter_horizontal = ()
    inlines = (MembershipInline,)
    fieldsets = (
        (None, {"fields": ("email", "password", "name", "phone", "gemeente")}),
        ("Toegang", {"fields": ("is_active", "is_staff", "is_superuser")}),
    )
    add_fieldsets = (
        (None, {"fields": ("email", "name", "gemeente", "usable_password", "password1", "password2")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).filter(door="staff")


admin.site.register(Gemeente)
admin.site.register(Team)
