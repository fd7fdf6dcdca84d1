"""What a message, a commit and a start cost: figures, not tests."""
