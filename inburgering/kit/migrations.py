"""An operation for migrations."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class InstallTriggers(Operation):
    """Installs the triggers that the models of this app were created with.

    For a first migration: pgtrigger's own `AddTrigger` makes Django build all models again for each trigger,
    which costs a new installation half a minute. A later trigger comes with `AddTrigger`, as makemigrations writes it.
    """

    reversible = True  # the triggers go with their tables

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models have their triggers already."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for (of_app, _), model in to_state.models.items():
            if of_app == app_label:
                for trigger in model.options.get("triggers", ()):
                    schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *states: Any
    ) -> None:
        """Nothing: see `reversible`."""

    def describe(self) -> str:
        return "Install the triggers of all models"
