-- Which state of the directory a person is known by. Taking the topic in anew tells of persons as
-- they once were: that must not change what somebody may see, or where they are taken to work. Rows
-- of before have none, and take the first state that comes.
alter table person add column sequence bigint not null default 0;
