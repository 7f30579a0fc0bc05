"""What a server of the municipality's own is told, and what it answers."""

import json
import os
import subprocess
import sys

import pytest

from config.environment import BASE_DIR

TOLD = {
    "SECRET_KEY": "one-that-is-only-for-this-test-" * 2,
    "DATABASE_URL": "sqlite://:memory:",
    "ALLOWED_HOSTS": '["plan.example.se"]',
    "BASE_URL": "https://plan.example.se",
}
ASK = """
import json, sys
import django
django.setup()
from django.core.checks import run_checks
from django.test import Client

def ask(path, host, scheme):
    answer = Client(headers={"host": host, "x-forwarded-proto": scheme}).get(path)
    return [answer.status_code, answer.get("Location", "")]

told = run_checks(include_deployment_checks=True)
found = [str(message) for message in told if not message.is_silenced()]
print(json.dumps([found, *(ask(*question) for question in json.loads(sys.argv[1]))]))
"""


def production(*arguments, told=TOLD):
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{BASE_DIR / 'site'}:{BASE_DIR}",
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        **told,
    }
    return subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", ASK, *arguments], env=environment, capture_output=True, text=True
    )


def test_it_is_safe_to_deploy_and_knows_its_health_without_https():
    questions = [
        ("/halsa/lever", "127.0.0.1:8000", "http"),
        ("/halsa/lever", "plan.example.se", "https"),
        ("/robots.txt", "plan.example.se", "http"),
    ]
    run = production(json.dumps(questions))
    assert run.returncode == 0, run.stderr
    warnings, *answers = json.loads(run.stdout)

    assert warnings == []
    assert answers == [[200, ""], [200, ""], [301, "https://plan.example.se/robots.txt"]]


@pytest.mark.parametrize("missing", sorted(TOLD))
def test_it_does_not_start_without_what_it_must_be_told(missing):
    run = production(told={name: value for name, value in TOLD.items() if name != missing})

    assert run.returncode != 0
    assert missing in run.stderr
