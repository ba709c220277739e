"""The queue of Celery, on a Redis or Valkey that may go away at any moment: what is to be done stands in PostgreSQL.

A worker that lost its connection says nothing more over it about the tasks that it took: that fails, and ends the worker.
Those tasks come back after `visibility_timeout`, and the clock asks for them anyway.
"""

from typing import Any

from kombu.transport import redis


class QoS(redis.QoS):
    def ack(self, delivery_tag: str) -> None:
        if not self.channel.closed:
            super().ack(delivery_tag)

    def reject(self, delivery_tag: str, requeue: bool = False) -> None:
        if not self.channel.closed:
            super().reject(delivery_tag, requeue=requeue)


class Channel(redis.Channel):
    QoS: Any = QoS
    do_restore = False


class Transport(redis.Transport):
    Channel: Any = Channel
