-- In the words of which version a norm was agreed on, also once later ones have carried it on.
alter table norm add column agreed_version integer;
update norm set agreed_version = policy_version;
alter table norm alter column agreed_version set not null;
