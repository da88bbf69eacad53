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
    ],
)
def test_settings_that_open_the_house_are_found(changes: dict[str, object], found: str) -> None:
    with override_settings(**changes):
        assert found in {message.id for message in run_checks(include_deployment_checks=True)}
