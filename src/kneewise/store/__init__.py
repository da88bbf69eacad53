"""What is kept: the Django app whose functions turn rows into model values. Every row belongs to a runner.

Nothing is imported here, because Django loads this package before its models may be; the doors are the
modules: ``runners``, ``records``, ``history``, ``activities``, ``ledger``, ``nights``, ``originals``,
``decisions``.
"""
