"""From a question to the clauses of the protocol that answer it."""
