"""Who can have a mandate."""

from accounts.enums import Role

DECIDING_ROLES = (Role.KLANTMANAGER, Role.TEAMLEIDER)
