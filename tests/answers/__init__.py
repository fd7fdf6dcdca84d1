"""Questions and the clauses that must answer them."""
