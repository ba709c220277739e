# The product for production. Settings come from the environment: docs/operations.md.
FROM python:3.11-slim-bookworm AS packages
WORKDIR /build
COPY requirements.lock .
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --no-deps --require-hashes --only-binary :all: -r requirements.lock

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=inburgering.settings
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin inburgering
WORKDIR /app
COPY --from=packages /opt/venv /opt/venv
COPY . .
# These values only let Django start during the build; none of them is kept.
RUN python -m compileall -q . \
    && python bin/_run.py translations \
    && SECRET_KEY=build DATABASE_URL=postgres://build/build REDIS_URL=redis://build ALLOWED_HOSTS=build \
       BASE_URL=https://build DUO_BASE_URL=https://build BRP_BASE_URL=https://build DIGID_ISSUER=https://build/digid \
       DIGID_CLIENT_ID=build DIGID_CLIENT_SECRET=build \
       BSN_ENCRYPTION_KEYS=YnVpbGRidWlsZGJ1aWxkYnVpbGRidWlsZGJ1aWxkMTI= BSN_INDEX_KEY=YnVpbGRidWlsZGJ1aWxkYnVpbGRidWlsZGJ1aWxkMTI= \
       python manage.py collectstatic --no-input --verbosity 0
USER inburgering
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/health/live', headers={'Host': '127.0.0.1'}), timeout=4)"]
CMD ["gunicorn", "inburgering.wsgi", "--bind=0.0.0.0:8000", "--worker-class=gthread", "--workers=2", "--threads=4", "--worker-tmp-dir=/dev/shm"]
