"""Groepsmaat: a chat bot that keeps class groups safe and reaches every pupil."""
