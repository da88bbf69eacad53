import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command
from django.test import override_settings


def test_the_settings_pass_every_check_of_django_and_ours() -> None:
    call_command("check", deploy=True, fail_level="WARNING", verbosity=0)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"MIDDLEWARE": settings.MIDDLEWARE[1:]}, "kneewise.E001"),
        (
            {"MIDDLEWARE": ["whitenoise.middleware.WhiteNoiseMiddleware", *settings.MIDDLEWARE]},
            "kneewise.E001",
        ),
        ({"ALLOWED_HOSTS": ["*"]}, "kneewise.E002"),
        ({"ALLOWED_HOSTS": []}, "kneewise.E002"),
        ({"DEBUG": True}, "kneewise.E003"),
        ({"LAN_HOSTS": ("desk:1",), "ALLOWED_HOSTS": ["desk", "127.0.0.1"]}, "kneewise.E002"),
        ({"LAN_HOSTS": ("desk:1",), "ALLOWED_HOSTS": ["desk"]}, "kneewise.E004"),
    ],
)
def test_settings_that_open_the_house_are_found(changes: dict[str, object], found: str) -> None:
    with override_settings(**changes):
        assert found in {message.id for message in run_checks(include_deployment_checks=True)}


CHECK = """
import django
from django.core.management import call_command
django.setup()
call_command("check", deploy=True, fail_level="WARNING", verbosity=0)
from django.conf import settings
print(*settings.ALLOWED_HOSTS, settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS)
"""


def test_the_settings_for_phones_pass_them_too_with_fewer_exceptions(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "kneewise.site.settings",
        "KNEEWISE_HOME": str(tmp_path),
        "KNEEWISE_LAN_HOSTS": "192.168.1.2:8765,[fd00::2]:8765,desk.local:8765",
    }

    done = subprocess.run(
        [sys.executable, "-c", CHECK], check=True, capture_output=True, text=True, env=environment
    )

    assert done.stdout.splitlines()[-1] == "192.168.1.2 [fd00::2] desk.local True 86400"
