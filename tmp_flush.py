
import pytest

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("n", range(6))
def test_x(n):
    from django.db import connection
    with connection.cursor() as c:
        c.execute("select count(*) from pg_tables where schemaname='public'"); print("tables", c.fetchone())
        c.execute("select relname,n_live_tup from pg_stat_user_tables where n_live_tup>0 order by 2 desc limit 12"); print(c.fetchall())
    print(len(connection._test_serialized_contents))
    import json; d=json.loads(connection._test_serialized_contents)
    from collections import Counter; print(Counter(x["model"] for x in d).most_common(20))
