"""Broken disks, killed processes and nonsense from outside."""
