"""The rules, tested with values only."""
