"""An invented school's own document, in every form in which a school may keep it."""
