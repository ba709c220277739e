"""Starts and stops everything the product needs on one machine: for the demo, the tests and the bench.

Nothing here imports Django: the product runs in processes of its own, with settings from the environment.
"""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


class Problem(Exception):
    """Something the user can solve; its text is one Dutch sentence that says how."""
