"""Tools for files and folders: whole or not at all, one at a time, hashed no more often than needed."""
