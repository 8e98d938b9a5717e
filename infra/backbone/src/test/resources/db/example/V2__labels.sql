create table labels (label text primary key, jar_id text not null);
