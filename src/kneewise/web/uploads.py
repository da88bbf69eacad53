"""How the files of a form are taken: by one page into the home, by every other page not at all."""

from contextlib import suppress
from tempfile import NamedTemporaryFile
from typing import IO, Any, Final, NoReturn

from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from kneewise.app import home
from kneewise.app.incoming import TEMPORARY
from kneewise.app.spool import make_spool

MOST_FORM_B: Final = 2**30
"""What one form may bring: it cannot go on where it was cut, so more than this is not left to chance."""

MOST_PIECE_B: Final = 8 * 2**20
"""A piece is held in memory."""

PIECE_B: Final = 4 * 2**20
"""What the page's script sends at once."""


def length_b(request: HttpRequest) -> int:
    """Read how long what is sent says it is; 0 where it does not."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isascii() and length.isdecimal() else 0


def let_by(request: HttpRequest) -> None:
    """Let what comes pass by: whoever is cut off shows an error of its own instead of our words."""
    with suppress(UnreadablePostError):
        while request.read(MOST_PIECE_B):
            pass


class NoFiles(TemporaryFileUploadHandler):
    """Refuse every file: no form of ours has one, but that of the page where runs are brought."""

    def new_file(self, *_told: object, **_more: object) -> NoReturn:  # type: ignore[explicit-override]  # 3.11 has no word for it.
        """Refuse it before a byte is kept."""
        raise TooManyFilesSent


class IntoHome(TemporaryFileUploadHandler):
    """Write files into the home, on whose disk they are to stay; a name is only remembered."""

    def new_file(self, *told: Any, **more: Any) -> None:  # type: ignore[explicit-override]  # noqa: ANN401 - as they come.
        """Begin a file."""
        FileUploadHandler.new_file(self, *told, **more)
        self.file = HomeFile(self.file_name or "", self.content_type or "")


class BesideHome(TemporaryFileUploadHandler):
    """Write a backup beside the home, which is to move; what a kill leaves of it has the name of such."""

    def new_file(self, *told: Any, **more: Any) -> None:  # type: ignore[explicit-override]  # noqa: ANN401 - as they come.
        """Begin the file."""
        FileUploadHandler.new_file(self, *told, **more)
        folder = home.folder()
        # It is open for as long as the request is.
        file = NamedTemporaryFile(dir=folder.parent, prefix=f".{folder.name}-unlocked-")  # noqa: SIM115 - see above.
        self.file = BackupFile(file, self.file_name or "", self.content_type or "", 0)


class BackupFile(TemporaryUploadedFile):
    """A backup of a form; removed with the request."""

    def __init__(self, file: IO[bytes], name: str, content_type: str, size: int) -> None:
        UploadedFile.__init__(self, file, name, content_type, size)


class HomeFile(TemporaryUploadedFile):
    """A file of a form, in the home; removed with the request unless it was moved."""

    def __init__(self, name: str, content_type: str) -> None:
        # It is open for as long as the request is.
        file = NamedTemporaryFile(dir=make_spool(), suffix=TEMPORARY)  # noqa: SIM115 - see above.
        UploadedFile.__init__(self, file, name, content_type, 0)
