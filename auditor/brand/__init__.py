"""Whose report it is: name, logos, colour, fonts; read and checked before any report is made."""
