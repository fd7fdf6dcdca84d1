"""Each thing outside, tested against the real thing or its wire."""
