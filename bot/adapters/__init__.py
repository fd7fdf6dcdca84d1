"""One file for each thing outside: chat platforms, mail, the disk, the clock."""
