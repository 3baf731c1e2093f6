"""Playing the demo's content through the services, in the past, so that everything stands as if it had happened.

All of it is one transaction: an interrupted loading leaves nothing behind.
"""

from webapp.demo.loader.play import load

__all__ = ["load"]
