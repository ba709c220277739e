from django import forms


class SettleForm(forms.Form):
    """How people dealt with a message that the product can't handle, or DUO doesn't take."""

    reden = forms.CharField(
        label="Hoe hebt u dit afgedaan?",
        help_text="Bijvoorbeeld: DUO gebeld, deze persoon woont in een andere gemeente.",
        max_length=300,
    )
