package org.evenhand.review.growth.moved;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.review.directory.people.EmploymentStatus;

/**
 * Whether a person is away, and how they went and came back since something of theirs was last
 * looked at: two imports may come between two looks.
 *
 * @param away now
 * @param changes of the person's status since then, in the order in which they were told
 * @param last the id of the last of them, which the thing keeps as seen
 */
public record Presence(boolean away, List<Change> changes, long last) {

  /** The columns of a lateral {@code present} that is made of {@link #columns}, as read here. */
  public static final String SELECTED =
      "present.away, present.last_change, cast(coalesce(present.changes, '[]') as text) as changes";

  private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

  /**
   * @param on from when on
   */
  public record Change(EmploymentStatus status, LocalDate on) {}

  /** What it takes for a thing to pause or to go on; gives the word of it for the audit. */
  @FunctionalInterface
  public interface Turn {
    String take(boolean away, LocalDate since);
  }

  /**
   * {@code away}, {@code changes} (null for none) and {@code last_change}.
   *
   * @param of the alias of the thing, which has {@code employee_id} and {@code status_seen}; {@code
   *     e} is its person
   */
  public static String columns(String of) {
    return """
    e.status = 'ON_LEAVE' as away,
    (select jsonb_agg(jsonb_build_object('status', s.status, 'on', s.changed_on) order by s.id)
     from status_change s where s.employee_id = %1$s.employee_id and s.id > %1$s.status_seen)
      as changes,
    coalesce(
      (select max(s.id) from status_change s where s.employee_id = %1$s.employee_id),
      %1$s.status_seen) as last_change
    """
        .formatted(of);
  }

  /** Of {@link #SELECTED}. */
  public static Presence of(Row row) {
    return new Presence(row.flag("away"), row.json("changes", CHANGES), row.bigint("last_change"));
  }

  /**
   * Takes each turn that the thing doesn't know of. Who was back before it began was never away
   * from it.
   *
   * @param known whether the thing knows that the person is away, after each turn
   * @return the words of the turns
   */
  public List<String> follow(BooleanSupplier known, LocalDate today, Turn turn) {
    List<String> words = new ArrayList<>();
    Stream.concat(
            changes.stream(),
            Stream.of(
                new Change(away ? EmploymentStatus.ON_LEAVE : EmploymentStatus.ACTIVE, today)))
        .forEach(
            change -> {
              boolean went = change.status() == EmploymentStatus.ON_LEAVE;
              if (went != known.getAsBoolean()) {
                words.add(turn.take(went, change.on()));
              }
            });
    return words;
  }
}
