"""The product's settings, with the measuring rod among its addresses."""

from inburgering.settings import *  # noqa: F403

ROOT_URLCONF = "bench.bare"
