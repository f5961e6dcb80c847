"""What takes minutes: started by hand, `python -m tests.long.kills 200`."""
