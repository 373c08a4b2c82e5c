-- Apart from the modules, so that lists of them don't load it.
create table training_text (
  module_id uuid primary key references training_module (id),
  text      jsonb not null
);
