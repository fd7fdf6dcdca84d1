"""Sealing: nothing of the school lies on the disk in clear, and no file can pass for another.

AES-256-GCM (NIST SP 800-38D) with a fresh nonce each time. A sealed text starts with a version and
the id of its key, and is bound to the *place* it was sealed for. Keys of documents are wrapped by
the master key (AES key wrap, RFC 3394); other keys are derived from it (HKDF, RFC 5869).
"""

import hashlib
import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

KEY_BYTES = 32
"""Length of the master key and of every other key here: AES-256."""

_ENVELOPE = ">2sB8s12s"
_ENVELOPE_SIZE = 23
_MAGIC = b"GM"
_WRAPPING = b"GK\x01"
_VERSION = 1


class SealBrokenError(Exception):
    """A sealed text is damaged, stands in another place, or was sealed with another key."""


class OtherKeyError(SealBrokenError):
    """A sealed text names another key than the one at hand."""


class Seal:
    """One key, with which texts are sealed and opened. Safe to use from several threads."""

    def __init__(self, key: bytes) -> None:
        """Take a key of 32 bytes."""
        self._cipher = AESGCM(key)
        self._id = hashlib.sha256(b"groepsmaat key id" + key).digest()[:8]

    def seal(self, plain: bytes, place: str) -> bytes:
        """Seal a text for one place (a relative file name, with `/`)."""
        nonce = os.urandom(12)
        head = struct.pack(_ENVELOPE, _MAGIC, _VERSION, self._id, nonce)
        return head + self._cipher.encrypt(nonce, plain, head + place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Open what was sealed for that place; raises `SealBrokenError` for anything else."""
        if len(sealed) < _ENVELOPE_SIZE:
            raise SealBrokenError("it is cut short")
        head = sealed[:_ENVELOPE_SIZE]
        magic, version, key_id, nonce = struct.unpack(_ENVELOPE, head)
        if magic != _MAGIC:
            raise SealBrokenError("it is no sealed file")
        if version != _VERSION:
            raise SealBrokenError(f"it has the form of version {version}, which is unknown here")
        if key_id != self._id:
            raise OtherKeyError("it was sealed with another key")
        try:
            return self._cipher.decrypt(nonce, sealed[_ENVELOPE_SIZE:], head + place.encode())
        except InvalidTag:
            raise SealBrokenError("it was changed after it was sealed") from None


class MasterKey:
    """The key that lives outside the data folder, and what is made with it."""

    def __init__(self, secret: bytes) -> None:
        """Take 32 secret bytes; raises `ValueError` for any other number."""
        if len(secret) != KEY_BYTES:
            raise ValueError(f"The master key has {len(secret)} bytes instead of {KEY_BYTES}.")
        self._secret = secret
        self._wrapping = self._derived("wrapping")

    def seal_for(self, purpose: str) -> Seal:
        """Give the seal that belongs to a purpose; the same purpose gives the same seal."""
        return Seal(self._derived(purpose))

    def new_key(self) -> tuple[bytes, Seal]:
        """Make a fresh key; gives it wrapped, to be kept in a file, and ready for use."""
        key = AESGCM.generate_key(KEY_BYTES * 8)
        return _WRAPPING + aes_key_wrap(self._wrapping, key), Seal(key)

    def unwrapped(self, wrapped: bytes) -> Seal:
        """Read a wrapped key back; raises `SealBrokenError` when it is damaged."""
        if not wrapped.startswith(_WRAPPING):
            raise SealBrokenError("it is no wrapped key of a version known here")
        try:
            return Seal(aes_key_unwrap(self._wrapping, wrapped[len(_WRAPPING) :]))
        except InvalidUnwrap:
            raise SealBrokenError("it does not fit the master key, or is damaged") from None

    def _derived(self, purpose: str) -> bytes:
        info = b"groepsmaat/" + purpose.encode()
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(self._secret)


class PieceSeal:
    """A fresh key for one file that is sealed piece by piece, so that it is nowhere whole.

    The nonce of a piece is its number and whether it is the last (the STREAM construction of
    Hoang, Reyhanitabar, Rogaway and Vizár, 2015): pieces can't be changed, swapped, repeated or
    left out, and a file that was cut short does not open. One key seals one file, once.
    """

    OVERHEAD = 16
    """Bytes that a piece grows by."""

    def __init__(self, key: bytes, place: str) -> None:
        """Take a key of 32 bytes that seals nothing else, and the place it is for."""
        self._cipher = AESGCM(key)
        self._place = place.encode()

    @staticmethod
    def new_key() -> bytes:
        """Make a fresh key."""
        return AESGCM.generate_key(KEY_BYTES * 8)

    def seal(self, piece: bytes, number: int, *, last: bool) -> bytes:
        """Seal one piece; numbers begin with 0."""
        return self._cipher.encrypt(_nonce_of(number, last=last), piece, self._place)

    def open(self, sealed: bytes, number: int, *, last: bool) -> bytes:
        """Open one piece; raises `SealBrokenError` when it is not that one."""
        try:
            return self._cipher.decrypt(_nonce_of(number, last=last), sealed, self._place)
        except InvalidTag:
            raise SealBrokenError("it was changed or cut short after it was sealed") from None


def _nonce_of(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
