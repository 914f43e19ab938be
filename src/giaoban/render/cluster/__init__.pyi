from .pool import batch_elsewhere
from .store import Store, is_address

__all__ = [
    "Store",
    "batch_elsewhere",
    "is_address",
]
