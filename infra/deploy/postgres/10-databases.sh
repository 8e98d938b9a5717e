#!/bin/sh
# Each service has its own database and role, and cannot see the others'. Runs once, on an empty volume.
set -eu
for service in household project funding reporting; do
  psql -v ON_ERROR_STOP=1 -v name="fupin_$service" -v password="$FUPIN_DB_PASSWORD" \
    --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
