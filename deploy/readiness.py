"""Whether the running application says that everything it needs is there."""

from __future__ import annotations

import http.client

from config import Settings
from deploy.parts import local_host


def is_ready(settings: Settings) -> bool:
    """Whether /health/ready answers 200, asked under a name that the application accepts."""
    connection = http.client.HTTPConnection(local_host(settings), settings.port, timeout=2)
    name = settings.trusted_hosts[0] if settings.trusted_hosts else local_host(settings)
    try:
        connection.request("GET", "/health/ready", headers={"Host": name})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
