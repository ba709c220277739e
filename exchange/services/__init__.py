"""Everything that crosses the border: the clients of DUO and the BRP, and the two queues of messages."""
