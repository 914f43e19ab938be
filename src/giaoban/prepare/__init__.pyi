from .preparation import open_preparation

__all__ = [
    "open_preparation",
]
