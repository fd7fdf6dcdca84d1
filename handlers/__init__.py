"""Everything the bot can do, one file for each subject."""
