"""What the law says: dated, cited records with their marks, in force on a day."""

from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.library import Library

__all__ = ["Doctrine", "Library"]
