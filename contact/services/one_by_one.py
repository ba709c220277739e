"""Work of the clock on many rows, of which one must not hold up the others."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import structlog
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Model

logger = structlog.get_logger(__name__)

Row = TypeVar("Row", bound=Model)


def one_by_one(
    rows: Iterable[Row], do: Callable[[Row], bool], *, failure: str, at_most: int | None = None
) -> int:
    """Does each row in a transaction of its own, until `at_most` are done. Answers how many were: those for which
    `do` says so. What goes wrong is logged as `failure`, and comes again with the next run.
    """
    done = 0
    for row in rows:
        if done == at_most:
            break
        try:
            with transaction.atomic():
                done += do(row)
        except (OperationalError, InterfaceError):
            raise  # The database is away: that is of no row.
        except Exception:
            logger.exception(failure, pk=row.pk)
    return done
