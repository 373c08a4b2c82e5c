-- The person who sent a file, with the roles of their token; null for a system.
alter table import add column sender jsonb;
