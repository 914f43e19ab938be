from .files import read_grids
from .grid import Cell, Grid
from .numberformat import round_half_up

__all__ = ["Cell", "Grid", "read_grids", "round_half_up"]
