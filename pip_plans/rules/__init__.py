"""When a PIP is complete and lawful, what DUO accepts, what changed between two versions, and what the letter says."""
