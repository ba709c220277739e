"""What messages of DUO and the BRP mean, and when we try again. No database, no network, no clock."""
