"""The one error of everything that is read from `content/protocol`."""


class ProtocolError(Exception):
    """The folder with the rules cannot be used; the text says which file and what to change."""
