"""Configuration files and secrets as tests write them."""

from pathlib import Path

TOKEN = "123456:AAHnotarealtokenjustforthistest_0-x"
PASSWORD = "correct horse battery"
KEY = bytes(range(32))

SCHOOL = '[school]\nname = "De Linde"\nphone = "010 000 00 00"\n'
DATA = '[data]\nfolder = "data"\nkey_file = "master.key"\n'
MINIMAL = SCHOOL + DATA
EMAIL = '[email]\nhost = "mail.linde.example"\nport = 587\nfrom = "bot@linde.example"\n'
TELEGRAM = '[telegram]\ntoken_file = "token"\n'


def write_secret(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
    path.chmod(0o600)


def toml(document: dict) -> str:
    """Write sections of plain values and lists as TOML."""
    lines = []
    for section, keys in document.items():
        lines.append(f"[{quoted(section)}]")
        lines += [f"{quoted(key)} = {literal(value)}" for key, value in keys.items()]
    return "\n".join([*lines, ""])


def literal(value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case dict():
            return f"{{{', '.join(f'{quoted(k)} = {literal(v)}' for k, v in value.items())}}}"
        case _:
            return str(value)


def quoted(text: str) -> str:
    escaped = "".join(c if c.isprintable() and c not in '\\"' else f"\\U{ord(c):08x}" for c in text)
    return f'"{escaped}"'
