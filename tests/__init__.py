"""Promises to a school, each kept by a test."""
