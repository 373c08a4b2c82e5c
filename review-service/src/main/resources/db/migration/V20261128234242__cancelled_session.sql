-- A session that was cancelled holds nothing and claims nothing any more.
alter table session_outcome add column cancelled boolean not null default false;
