"""What earlier builds found out, so that it is not worked out again: nobody else knows of it.

A build with memory and one without make the same bytes; `tests/memory` holds it to that.
"""

CACHE = ".cache"
"""The folder in the site's root where builds remember what they made. It may be deleted at any time."""
