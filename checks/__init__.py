"""Checks, one file each, named for what it finds. A module that exists here is registered."""
