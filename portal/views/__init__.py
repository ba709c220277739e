"""The newcomer's pages. Each starts from the resident's own cases; what isn't there is 404."""
