package org.evenhand.review.growth.feedback.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.feedback.FeedbackState;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which feedback, as one clause per relation. A list and a single one are read through the
 * same clauses, so that they cannot disagree. Whoever leads a recipient has no part in it unless it
 * was opened to them, and HR none unless a recipient shows it or it is public.
 */
@ApplicationScoped
public class FeedbackAccess {

  private static final UUID LOWEST = new UUID(0, 0);
  private static final String READABLE = "f.state in ('GIVEN', 'ADDED_TO')";
  private static final String VIEWER = "cast(cast(:viewer as uuid) as text)";

  private static final String RECEIVED =
      "f.recipients @> jsonb_build_array(jsonb_build_object('employeeId', %s))".formatted(VIEWER);

  /** On its day, or when a result of the person was shared after it, be it revised since. */
  private static final String OPEN_TO_RECIPIENT =
      """
      (f.opens_at is null or f.opens_at <= :now or exists (
        select 1 from review told
        where told.employee_id = :viewer
          and (told.shared_at >= f.given_at or exists (
            select 1 from jsonb_array_elements(told.past -> 'revisions') earlier
            where cast(earlier ->> 'sharedAt' as timestamptz) >= f.given_at))))
      """;

  private static final String OPENED_BY_NAME =
      "f.recipients @> jsonb_build_array(jsonb_build_object('readers', jsonb_build_array(%s)))"
          .formatted(VIEWER);

  /** Of a review: what its reviewee was given in its rated period. */
  private static final String OF_REVIEW =
      """
       and %s and exists (select 1 from review r
         where r.id = :review
           and f.recipients @> jsonb_build_array(
             jsonb_build_object('employeeId', cast(r.employee_id as text)))
           and cast(f.given_at at time zone 'UTC' as date) between r.rated_from and r.rated_to
           and %s)
      """;

  /**
   * Which of the visible feedback is asked for. What is hidden is in no list but that of what is
   * hidden.
   *
   * @param review what its reviewee was given in its rated period
   */
  public record Filter(
      @Nullable UUID review, @Nullable FeedbackRelation relation, @Nullable FeedbackState state) {}

  private final ReviewAccess reviews;

  FeedbackAccess(ReviewAccess reviews) {
    this.reviews = reviews;
  }

  /** The relations of the viewer to feedback; what they may not know of is absent. */
  public Uni<Map<UUID, Set<FeedbackRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> ids, Instant now) {
    Map<FeedbackRelation, String> doors = doors(viewer);
    String any = "(" + String.join(" or ", doors.values()) + ")";
    return read(
        bind(Rows.of(session, select(doors) + any + " and f.id = any(:ids)"), viewer, now)
            .bind("ids", ids.toArray(UUID[]::new)),
        doors.keySet());
  }

  /**
   * Visible feedback in the order of its ids, with the relations to each. Each door is looked
   * through by itself and no further than the page goes, so that each has its index.
   */
  public Uni<Map<UUID, Set<FeedbackRelation>>> list(
      Mutiny.Session session,
      Viewer viewer,
      Instant now,
      Filter filter,
      @Nullable UUID after,
      int limit) {
    Map<FeedbackRelation, String> doors = doors(viewer);
    Map<FeedbackRelation, String> wanted = new EnumMap<>(doors);
    if (filter.relation() != null) {
      wanted.keySet().retainAll(EnumSet.of(filter.relation()));
    }
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Rows rows =
        bind(
                Rows.of(
                    session,
                    select(doors)
                        + "f.id in ("
                        + page(wanted, clauses(filter, viewer))
                        + ") order by f.id"),
                viewer,
                now)
            .bind("after", after == null ? LOWEST : after)
            .bind("most", limit)
            .limit(limit);
    if (filter.review() != null) {
      rows.bind("review", filter.review()).bind("asked", reviews.asked(viewer));
    }
    if (filter.state() != null) {
      rows.bind("state", filter.state().name());
    }
    return read(rows, doors.keySet());
  }

  private String clauses(Filter filter, Viewer viewer) {
    return (filter.review() == null ? "" : OF_REVIEW.formatted(READABLE, reviews.visible(viewer)))
        + (filter.state() == null ? " and f.state <> 'HIDDEN'" : " and f.state = :state");
  }

  private static String page(Map<FeedbackRelation, String> doors, String wanted) {
    return doors.entrySet().stream()
        .map(
            door ->
                "(select f.id from feedback f where %s%s%s and f.id > :after"
                        .formatted(door.getValue(), listed(door.getKey()), wanted)
                    + " order by f.id limit :most)")
        .collect(Collectors.joining(" union "));
  }

  /** What is public is in everybody's list; in HR's is what recipients show them. */
  private static String listed(FeedbackRelation door) {
    return door == FeedbackRelation.HR || door == FeedbackRelation.HR_LEAD ? " and f.hr_asked" : "";
  }

  /** Both parameters are read in every case, whichever doors a role opens. */
  private static String select(Map<FeedbackRelation, String> doors) {
    return "select f.id, %s from feedback f where cast(:today as date) is not null and "
        .formatted(
            doors.entrySet().stream()
                .map(door -> "%s as \"%s\"".formatted(door.getValue(), door.getKey()))
                .collect(Collectors.joining(", ")));
  }

  private static Rows bind(Rows rows, Viewer viewer, Instant now) {
    return viewer.bind(rows).bind("now", now.atOffset(ZoneOffset.UTC));
  }

  private static Map<FeedbackRelation, String> doors(Viewer viewer) {
    Map<FeedbackRelation, String> doors = new EnumMap<>(FeedbackRelation.class);
    doors.put(FeedbackRelation.AUTHOR, "(f.author_id = :viewer)");
    doors.put(FeedbackRelation.RECIPIENT, "(%s and %s)".formatted(RECEIVED, OPEN_TO_RECIPIENT));
    doors.put(FeedbackRelation.READER, "(%s and %s)".formatted(READABLE, OPENED_BY_NAME));
    doors.put(FeedbackRelation.PUBLIC, "(%s and f.is_public)".formatted(READABLE));
    if (viewer.has(Roles.HR)) {
      doors.put(FeedbackRelation.HR, hr(AccessClauses.hrOf("got.\"employeeId\"", "a.org_unit")));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(FeedbackRelation.HR_LEAD, hr(AccessClauses.outsideOwnChain("got.\"employeeId\"")));
    }
    return doors;
  }

  /**
   * HR's door is closed to whoever wrote it or was given it, and to those of the author's chain.
   */
  private static String hr(String servesRecipient) {
    return """
    (%s and (f.is_public or f.hr_asked) and not %s and %s and exists (
      select 1 from jsonb_to_recordset(f.recipients) as got("employeeId" uuid, "hrSince" text)
      join assignment a on a.employee_id = got."employeeId" and a.main
      where (f.is_public or got."hrSince" is not null) and %s))
    """
        .formatted(
            READABLE, RECEIVED, AccessClauses.outsideOwnChain("f.author_id"), servesRecipient);
  }

  private static Uni<Map<UUID, Set<FeedbackRelation>>> read(
      Rows rows, Collection<FeedbackRelation> doors) {
    return rows.list(row -> Map.entry(row.uuid("id"), relations(row, doors)))
        .map(
            entries -> {
              Map<UUID, Set<FeedbackRelation>> found = new LinkedHashMap<>();
              entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
              return found;
            });
  }

  private static Set<FeedbackRelation> relations(Row row, Collection<FeedbackRelation> doors) {
    return doors.stream()
        .filter(door -> row.flag(door.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FeedbackRelation.class)));
  }
}
