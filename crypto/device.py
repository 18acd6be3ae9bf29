"""A device's keys, and the words they can be written down as (protocol §2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mnemonic import Mnemonic

from . import sealing, signing
from .context import Purpose, context, derive, digest
from .errors import BadInput
from .secrets import BoxSecret, DeviceEntropy, DeviceSeed, KemSeed, SigningSeed
from .stretch import stretch

_WORDS: Final = Mnemonic("english")
#: How many words 128 bits are.
WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Device:
    """Everything a device can do follows from this. Nothing of it is ever linked to a Telegram id."""

    sign: SigningSeed
    kem: KemSeed
    box: BoxSecret

    @property
    def signing_key(self) -> bytes:
        """Ed25519 public key, 32 bytes."""
        return signing.public_key(self.sign)

    @property
    def kem_key(self) -> bytes:
        """X-Wing public key, 1,216 bytes."""
        return sealing.kem_public_key(self.kem)


def cosigner(device: Device, collective: bytes, index: int) -> SigningSeed:
    """One of a moderator's one-time keys to cosign announcements with, so that the relay cannot tell who cosigns (protocol §4.3)."""
    return derive(SigningSeed, device.sign, Purpose.COSIGNER, collective, index)


def device_from_entropy(entropy: DeviceEntropy) -> Device:
    """The device behind 128 random bits. Stretched, so that guessing at a half-read list of words is slow."""
    salt = digest(context(Purpose.DEVICE_SEED, None))[:16]
    seed = DeviceSeed(stretch(entropy.reveal(), salt))
    return Device(
        derive(SigningSeed, seed, Purpose.DEVICE_SIGN, None),
        derive(KemSeed, seed, Purpose.DEVICE_KEM, None),
        derive(BoxSecret, seed, Purpose.DEVICE_BOX, None),
    )


def to_words(entropy: DeviceEntropy) -> str:
    """12 words of the English BIP-39 list."""
    return str(_WORDS.to_mnemonic(entropy.reveal()))


def from_words(words: str) -> DeviceEntropy:
    """Back from the 12 words, in any case and spacing.

    Raises:
        BadInput: not 12 words of the list, or their checksum is wrong. The message says which, and the place of a word that is none; never a word.
    """
    typed = words.lower().split()
    if len(typed) != WORDS:
        raise BadInput(f"there are {WORDS} recovery words; these are {len(typed)}")
    for place, word in enumerate(typed, 1):
        if word not in _WORDS.wordlist:
            raise BadInput(f"word {place} is not one of the words there are; please compare it again")
    try:
        return DeviceEntropy(bytes(_WORDS.to_entropy(typed)))
    except (ValueError, LookupError):
        raise BadInput("these 12 words do not belong together: one of them is another, or their order is") from None


def safety_words(collective: bytes, announcement_hash: bytes) -> tuple[str, str]:
    """Six words and twenty digits, two faces of the same 66 bits, to compare with a friend (protocol §6.7).

    Args:
        announcement_hash: entry hash of the newest valid announcement.
    """
    password = context(Purpose.SAFETY_WORDS, collective, announcement_hash)
    number = int.from_bytes(stretch(password, digest(password)[:16], size=16)) >> 62
    words = " ".join(_WORDS.wordlist[number >> shift & 2047] for shift in range(55, -1, -11))
    digits = f"{number:020d}"
    return words, " ".join(digits[i : i + 5] for i in range(0, 20, 5))
