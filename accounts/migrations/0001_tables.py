import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import inburgering.kit.migrations


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_staff_languages"),
        ("accounts", "0003_log_reading_of_health"),
        ("accounts", "0004_log_seeing_a_number"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Vier cijfers, de code van het CBS.",
                        max_length=4,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$")],
                        verbose_name="gemeentecode",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="naam")),
                (
                    "oin",
                    models.CharField(
                        max_length=20,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^\\d{20}$")],
                        verbose_name="OIN",
                    ),
                ),
                ("address_line", models.CharField(blank=True, max_length=120, verbose_name="adres")),
                (
                    "postcode_place",
                    models.CharField(blank=True, max_length=120, verbose_name="postcode en plaats"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
            ],
            options={
                "verbose_name": "gemeente",
                "verbose_name_plural": "gemeenten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^\\d{4}$")),
                        name="gemeente_code_has_four_digits",
                        violation_error_message="Een gemeentecode heeft vier cijfers.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("oin__regex", "^\\d{20}$")),
                        name="gemeente_oin_has_twenty_digits",
                        violation_error_message="Een OIN heeft twintig cijfers.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="teams",
                        to="accounts.gemeente",
                        verbose_name="gemeente",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="naam")),
            ],
            options={
                "verbose_name": "team",
                "verbose_name_plural": "teams",
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "name"), name="team_name_once_a_gemeente")
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, null=True, unique=True, verbose_name="e-mailadres"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="naam")),
                (
                    "door",
                    models.CharField(
                        choices=[("staff", "Medewerker"), ("resident", "Inwoner")],
                        default="staff",
                        max_length=8,
                        verbose_name="deur",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="accounts.gemeente",
                        verbose_name="gemeente",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                (
                    "bsn_index",
                    models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True),
                ),
                ("language", models.CharField(default="nl", max_length=2, verbose_name="taal")),
                ("is_active", models.BooleanField(default=True, verbose_name="actief")),
                ("is_staff", models.BooleanField(default=False, verbose_name="mag in het technisch beheer")),
                ("date_joined", models.DateTimeField(auto_now_add=True, verbose_name="aangemaakt")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebruiker",
                "verbose_name_plural": "gebruikers",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bsn_index__isnull", True), ("door", "staff"), ("email__isnull", False)
                            ),
                            models.Q(
                                ("bsn_index__isnull", False),
                                ("door", "resident"),
                                ("email__isnull", True),
                                ("gemeente__isnull", True),
                                ("is_staff", False),
                                ("is_superuser", False),
                            ),
                            _connector="OR",
                        ),
                        name="user_has_one_door",
                        violation_error_message="Een gebruiker is medewerker of inwoner, nooit allebei.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="accounts.team",
                        verbose_name="team",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("klantmanager", "Klantmanager"),
                            ("teamleider", "Teamleider"),
                            ("ontzorgmedewerker", "Ontzorgmedewerker"),
                            ("functioneel_beheerder", "Functioneel beheerder"),
                            ("privacy_officer", "Privacy officer"),
                        ],
                        max_length=24,
                        verbose_name="rol",
                    ),
                ),
            ],
            options={
                "verbose_name": "rol in team",
                "verbose_name_plural": "rollen in teams",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "team", "role"), name="membership_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="StaffLanguage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="languages",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
                    ),
                ),
                ("code", models.CharField(max_length=3, verbose_name="taal")),
            ],
            options={
                "verbose_name": "taal van een medewerker",
                "verbose_name_plural": "talen van medewerkers",
                "constraints": [models.UniqueConstraint(fields=("user", "code"), name="staff_language_once")],
            },
        ),
        migrations.CreateModel(
            name="AccessLogEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("case_id", models.BigIntegerField(null=True)),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("gelezen", "Dossier bekeken"),
                            ("intake_gelezen", "Intake bekeken"),
                            ("gezondheid_gelezen", "Gezondheid in de intake bekeken"),
                            ("pip_gelezen", "PIP bekeken"),
                            ("document_gelezen", "Document bekeken"),
                            ("logboek_gelezen", "Logboek bekeken"),
                            ("doel_opgegeven", "Toegang met doel"),
                            ("gevonden", "Gevonden bij zoeken"),
                            ("nummer_gezien", "Nummer van een onbekende bekeken"),
                        ],
                        max_length=24,
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "verbose_name": "inzage",
                "verbose_name_plural": "inzagen",
                "indexes": [models.Index(fields=["case_id", "-at"], name="access_of_case")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="access_log_is_append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ac36c67da32a3cee52c950dd56baef6abe0d76aa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_access_log_is_append_only_a63a7",
                            table="accounts_accesslogentry",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("system", models.CharField(max_length=80, verbose_name="systeem")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="api_tokens",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handelt als",
                    ),
                ),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("dossiers:lezen", "Dossiers lezen"),
                                ("dossiers:schrijven", "Dossiers openen en bijwerken"),
                                ("intake:lezen", "Brede intake lezen"),
                                ("intake:schrijven", "Brede intake invullen"),
                                ("pip:lezen", "PIP lezen"),
                                ("pip:schrijven", "PIP opstellen en vaststellen"),
                                ("afspraken:lezen", "Afspraken lezen"),
                                ("afspraken:schrijven", "Afspraken maken, verplaatsen en afzeggen"),
                                ("termijnen:lezen", "Termijnen lezen en berekenen"),
                            ],
                            max_length=32,
                        ),
                        size=None,
                        verbose_name="mag",
                    ),
                ),
                ("expires_on", models.DateField(verbose_name="geldig tot en met")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt op")),
            ],
            options={
                "verbose_name": "API-token",
                "verbose_name_plural": "API-tokens",
            },
        ),
        inburgering.kit.migrations.InstallTriggers(),
    ]
