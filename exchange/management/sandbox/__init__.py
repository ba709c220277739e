"""A chain of our own: one process that plays DUO, the BRP and DigiD over HTTP with fictional persons.

For the demo, the tests and a gemeente that tries the product before it is connected. It has no database and shares no
code with our clients, so that a mistake in a client isn't answered by the same mistake here.
"""
