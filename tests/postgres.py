"""A private PostgreSQL for tests: made in a temporary folder, started on loopback, removed at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SUPERUSER = "kneewise"
# Nothing here has to survive a power cut, and connections come from these tests only.
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "20",
    "shared_buffers": "16MB",
}


def programs() -> Path | None:
    """Find the newest folder that holds PostgreSQL's server programs, on the PATH or where Debian puts it."""
    on_path = shutil.which("initdb")
    if on_path:
        # A link on the PATH leads to the folder where the other programs are.
        return Path(on_path).resolve().parent
    found = [place.parent for place in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda place: int(place.parent.name), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One running server.

    Attributes:
        bin: The folder of PostgreSQL's programs.
        folder: The temporary folder that holds everything of this cluster.
        port: The loopback port it listens on.
    """

    bin: Path
    folder: Path
    port: int
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def create_database(self, *, template: str | None = None) -> str:
        """Make a database with a name of its own, as a copy of `template` where one is given."""
        name = f"test_{next(self._numbers)}"
        arguments = ["--template", template] if template else []
        self._client("createdb", *arguments, name)
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._client("dropdb", "--force", "--if-exists", name)

    def url(self, name: str) -> str:
        """Say where a database is, as KNEEWISE_DATABASE_URL takes it."""
        return f"postgresql://{SUPERUSER}@127.0.0.1:{self.port}/{name}"

    def settings(self, name: str) -> dict[str, object]:
        """Say where a database is, as an entry of Django's DATABASES takes it."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": name,
            "USER": SUPERUSER,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "OPTIONS": {},
        }

    def stop(self) -> None:
        """Stop the server at once and remove everything it wrote."""
        _as_server(self.folder, [self.bin / "pg_ctl", "stop", "-D", self.folder / "data", "-m", "immediate"])
        shutil.rmtree(self.folder, ignore_errors=True)

    def _client(self, program: str, *arguments: str) -> None:
        where = ["--host", "127.0.0.1", "--port", str(self.port), "--username", SUPERUSER, "--no-password"]
        _run([self.bin / program, *where, *arguments])


def start(bin_folder: Path) -> Cluster:
    """Make a cluster and start it; about a second."""
    folder = Path(tempfile.mkdtemp(prefix="kneewise-postgres-"))
    try:
        return _start_in(folder, bin_folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _start_in(folder: Path, bin_folder: Path) -> Cluster:
    owner = _server_owner()
    if owner is not None:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = folder / "data"
    # A file of settings, not options of `pg_ctl`: nothing needs quoting.
    trust = [
        "--auth",
        "trust",
        "--username",
        SUPERUSER,
        "--encoding",
        "UTF8",
        "--locale",
        "C.UTF-8",
        "--no-sync",
    ]
    _as_server(folder, [bin_folder / "initdb", "-D", data, *trust])
    port = _free_port()
    lines = [f"{name} = '{value}'" for name, value in SETTINGS.items()]
    lines += [f"port = {port}", f"unix_socket_directories = '{folder}'"]
    with (data / "postgresql.conf").open("a", encoding="utf-8") as conf:
        conf.write("\n".join(lines) + "\n")
    _as_server(folder, [bin_folder / "pg_ctl", "start", "-D", data, "-l", folder / "log", "-w", "-s"])
    return Cluster(bin=bin_folder, folder=folder, port=port)


def _server_owner() -> pwd.struct_passwd | None:
    """Name who the server runs as: PostgreSQL refuses root, so root lends it Debian's `postgres` user."""
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


def _as_server(folder: Path, command: Sequence[str | Path]) -> None:
    prefix = ["runuser", "-u", "postgres", "--"] if _server_owner() else []
    _run([*prefix, *command], cwd=folder)


def _run(command: Sequence[str | Path], *, cwd: Path | None = None) -> None:
    # Output goes to a file, not a pipe: a started server would keep the pipe open and us waiting.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(
            command, check=False, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        if done.returncode:
            output.seek(0)
            message = f"{command[0]} ended with {done.returncode}: {output.read()}"
            raise RuntimeError(message)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
