from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "inburgering.kit"
    label = "kit"
