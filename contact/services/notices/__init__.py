"""Messages to newcomers: making them, and sending what is due.

Others make a message with `make_notices`, in the transaction of the change that it tells about.
"""

from contact.services.notices.free import mark_read, send_free_message
from contact.services.notices.making import make_notices

__all__ = ["make_notices", "mark_read", "send_free_message"]
