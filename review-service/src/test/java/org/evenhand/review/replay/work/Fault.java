package org.evenhand.review.replay.work;

import org.evenhand.review.live.Tables;

/** Lets every count of one replay fail, as long as it is open. */
final class Fault implements AutoCloseable {

  private static final String WAITING =
      "due_work where kind = 'impact-replay' and last_error is not null";

  private Fault() {}

  static Fault of(Object replay) {
    Tables.execute(
        """
        create function no_count() returns trigger language plpgsql as $$
        begin
          raise exception 'no count';
        end $$;
        create trigger no_count before insert on replayed_outcome
          for each row when (new.replay_id = '%s') execute function no_count();
        """
            .formatted(replay));
    return new Fault();
  }

  boolean happened() {
    return Tables.count(WAITING) == 1;
  }

  /** As if it had been tried so often. */
  void happens(int times) {
    Tables.execute(
        "update due_work set attempts = %d, try_at = now() where kind = 'impact-replay'"
            .formatted(times));
  }

  @Override
  public void close() {
    Tables.execute("drop trigger no_count on replayed_outcome; drop function no_count");
  }
}
