from .files import read_grids
from .grid import Cell, Grid

__all__ = ["Cell", "Grid", "read_grids"]
