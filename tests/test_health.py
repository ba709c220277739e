from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.test import Client
from redis.exceptions import ConnectionError as RedisConnectionError


def test_alive_says_so_without_asking_anything(client: Client) -> None:
    answer = client.get("/health/live")
    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_ready_when_database_and_redis_answer(client: Client) -> None:
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {"database": True, "redis": True}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "target", "error"),
    [
        ("database", "inburgering.health.connection.cursor", DatabaseError("secret address")),
        ("redis", "inburgering.health.cache.get", RedisConnectionError("secret address")),
    ],
)
def test_not_ready_names_the_part_and_no_more(
    client: Client, part: str, target: str, error: Exception
) -> None:
    with patch(target, side_effect=error):
        answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()[part] is False
    assert "secret" not in answer.content.decode()
