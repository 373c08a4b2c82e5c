package org.evenhand.review.live;

/**
 * Kills, once, the database session that writes a certain row of a table, counted from now on: the
 * transaction ends in the middle, as it does when its process is killed.
 */
public final class Death implements AutoCloseable {

  private final String table;
  private final int row;

  private Death(String table, int row) {
    this.table = table;
    this.row = row;
  }

  /**
   * @param rows a condition on the written row, as {@code new}
   */
  public static Death at(String table, int row, String rows) {
    Death death = new Death(table, row);
    Tables.execute(
        """
        create sequence death_%1$s;
        create function die_%1$s() returns trigger language plpgsql as $$
        begin
          if %3$s and nextval('death_%1$s') = %2$d then
            perform pg_terminate_backend(pg_backend_pid());
          end if;
          return new;
        end $$;
        create trigger die before insert or update on %1$s
          for each row execute function die_%1$s();
        """
            .formatted(table, row, rows));
    return death;
  }

  public boolean happened() {
    return Tables.count("death_" + table + " where last_value >= " + row) == 1;
  }

  @Override
  public void close() {
    Tables.execute(
        "drop trigger die on %1$s; drop function die_%1$s; drop sequence death_%1$s"
            .formatted(table));
  }
}
