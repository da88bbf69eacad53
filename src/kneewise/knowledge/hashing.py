"""One hash of everything we hold to be known, stored with every decision."""

from functools import cache
from hashlib import sha256

from kneewise.knowledge.toml import ROOT, knowledge_files


@cache
def knowledge_hash() -> str:
    """Hash the name and the content of every knowledge file of the package."""
    whole = sha256()
    for path in knowledge_files():
        whole.update(path.relative_to(ROOT).as_posix().encode())
        whole.update(b"\0")
        whole.update(path.read_bytes().replace(b"\r\n", b"\n"))
        whole.update(b"\0")
    return whole.hexdigest()
