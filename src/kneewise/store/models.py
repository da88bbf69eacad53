"""The tables. Every row belongs to a `Runner`; what was said and decided is appended, never changed."""

from typing import ClassVar

from django.db import models

SHA256_HEX = 64
ID_LENGTH = 16


class Runner(models.Model):
    """A person whose knee it is.

    Attributes:
        label: ``me``, or ``sample`` for the sample runner of the demo.
        last_step: How many writes there have been; each write is one step, and a step names a history.
            A restore over a home counts as one.
    """

    label = models.CharField(max_length=64, unique=True)
    last_step = models.BigIntegerField(default=0)


class Owned(models.Model):
    """A row that belongs to a runner and goes with the runner."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class Original(Owned):
    """A file as it was offered, kept compressed under its content hash, never altered.

    Attributes:
        packed: Whether Kneewise compressed it; a file that came compressed is kept as it is.
    """

    sha256 = models.CharField(max_length=SHA256_HEX)
    size_bytes = models.BigIntegerField()
    kept_bytes = models.BigIntegerField()
    packed = models.BooleanField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["runner", "sha256"], name="one_original")]


class OfferedFile(Owned):
    """One line of the ledger: a file that was ever offered, and what became of it.

    Attributes:
        read_version: Of the readers that refused it; of any other file it says nothing.
        quarantined_bytes: What is kept of a refused file on the disk, for readers to come.
        was: The reason for which earlier readers had refused it.
    """

    path = models.TextField()
    sha256 = models.CharField(max_length=SHA256_HEX)
    status = models.CharField(max_length=20)
    reason = models.CharField(max_length=64, blank=True)
    detail = models.TextField(blank=True)
    activity_ids = models.JSONField(default=list)
    read_version = models.CharField(max_length=64, blank=True, default="")
    quarantined_bytes = models.BigIntegerField(default=0)
    was = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["runner", "path", "sha256"], name="one_line_a_file"),
        ]


class StoredActivity(Owned):
    """One session of any sport as it is read now.

    Attributes:
        activity_id: Made from content, the same on every machine.
        end: For finding the same session in another file.
        rank: How good the winning recording is; see `kneewise.app.look`.
        reading: A `kneewise.model.activity.Activity` without the columns beside it.
        known_from: The step that brought this reading.
        known_until: The step at which it was joined to another; empty while it is a session of its own.
        joined: That other one.
    """

    activity_id = models.CharField(max_length=ID_LENGTH)
    start = models.DateTimeField()
    end = models.DateTimeField()
    measured_version = models.CharField(max_length=64)
    rank = models.JSONField(default=list)
    reading = models.JSONField()
    known_from = models.BigIntegerField()
    known_until = models.BigIntegerField(null=True)
    joined = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["runner", "activity_id"], name="one_activity")
        ]
        indexes: ClassVar = [models.Index(fields=["runner", "start"], name="activity_by_start")]


class PastReading(Owned):
    """How an activity was read before a better file or a newer measurement: for replay."""

    activity = models.ForeignKey(StoredActivity, on_delete=models.CASCADE, related_name="+")
    reading = models.JSONField()
    known_from = models.BigIntegerField()
    known_until = models.BigIntegerField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["runner", "known_until"], name="past_by_step")]


class Source(Owned):
    """One recording inside one original: which activity it tells of, and whether it is the one that wins.

    Attributes:
        found: The activity that the import took it for; empty unless the runner moved it to another.
    """

    activity = models.ForeignKey(StoredActivity, on_delete=models.CASCADE, related_name="+")
    original = models.ForeignKey(Original, on_delete=models.PROTECT, related_name="+")
    member = models.IntegerField()
    name = models.TextField()
    source_format = models.CharField(max_length=16)
    wins = models.BooleanField()
    found = models.ForeignKey(StoredActivity, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["runner", "original", "member"], name="one_source"),
        ]


class StoredNight(Owned):
    """A night as an export tells of it; the diary's own word goes before it.

    Attributes:
        kind: The kind of file; only a later one of the same kind changes a night that is known.
        read_version: Of the code that read it from the original.
        known_from: The step that brought this reading.
        known_until: The step that replaced it; empty while it is the present one.
    """

    original = models.ForeignKey(Original, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    on = models.DateField()
    ended_at = models.DateTimeField()
    hours = models.FloatField()
    read_version = models.CharField(max_length=64)
    known_from = models.BigIntegerField()
    known_until = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["runner", "on"], condition=models.Q(known_until=None), name="one_present_night"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["runner", "on"], name="night_by_day")]


class Record(Owned):
    """One thing the runner said, or an amendment of it. Appended only: old values stay.

    Attributes:
        record_id: Made from content, so that saying the same twice is saying it once.
        at: The instant it speaks of, UTC; ``offset_s`` is the runner's offset then.
        entered_at: When it was written down here.
        root: The first record of its line of amendments; empty for a first record.
    """

    record_id = models.CharField(max_length=ID_LENGTH)
    kind = models.CharField(max_length=20)
    on = models.DateField()
    at = models.DateTimeField()
    offset_s = models.IntegerField()
    entered_at = models.DateTimeField()
    payload = models.JSONField()
    root = models.CharField(max_length=ID_LENGTH, blank=True)
    step = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["runner", "record_id"], name="one_record")]
        indexes: ClassVar = [models.Index(fields=["runner", "step"], name="record_by_step")]


class KnownNumbers(Owned):
    """Every number that decisions of one knowledge hash rest on, kept once: what changed can be named."""

    knowledge_hash = models.CharField(max_length=SHA256_HEX)
    numbers = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["runner", "knowledge_hash"], name="numbers_once"),
        ]


class Decided(Owned):
    """A decision of a day, with what is needed to make it again.

    Attributes:
        step: The history it was made from is everything up to this step.
    """

    on = models.DateField()
    engine_version = models.CharField(max_length=64)
    knowledge_hash = models.CharField(max_length=SHA256_HEX)
    step = models.BigIntegerField()

    class Meta:
        abstract = True


class StoredDecision(Decided):
    """A decision that a write caused.

    Attributes:
        record_id: What caused it; empty for an import.
    """

    decision = models.JSONField()
    cause = models.CharField(max_length=20)
    record_id = models.CharField(max_length=ID_LENGTH, blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["runner", "step"], name="decision_by_step")]


class DecisionAhead(Decided):
    """What the last write makes of a day after its own, if no more is said: no record.

    Attributes:
        packed: The decision as JSON, squeezed by zlib: nobody but the program reads it.
    """

    packed = models.BinaryField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["runner", "on"], name="one_decision_ahead")]


class Token(Owned):
    """A token by which a program asks: its hash only, for the token itself is shown once.

    Attributes:
        scope: ``read``, ``log`` or ``all``.
    """

    name = models.CharField(max_length=64)
    scope = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=SHA256_HEX, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["runner", "name"], name="one_token")]
