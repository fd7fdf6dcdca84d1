"""Small servers that speak the wire of a platform as its specification says."""
