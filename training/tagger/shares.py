"""Documents are dealt to their parts by hashes of their names, so that nobody chooses and everybody deals alike."""

import hashlib


def share_of(name: str) -> float:
    """Where the name falls between 0 and 1."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32
