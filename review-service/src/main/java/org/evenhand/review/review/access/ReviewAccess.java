package org.evenhand.review.review.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which review, as one clause per relation. A list and a single review are read through
 * the same clauses, so that they cannot disagree.
 */
@ApplicationScoped
public class ReviewAccess {

  private static final UUID LOWEST = new UUID(0, 0);

  /** Which of the visible reviews are asked for. */
  public record Filter(@Nullable UUID cycleId, Set<Relation> relations) {}

  /** The relations of the viewer to a review; empty where they may not know of it. */
  public Uni<Set<Relation>> relations(Mutiny.Session session, Viewer viewer, UUID reviewId) {
    Map<Relation, String> doors = doors(viewer);
    return bind(Rows.of(session, select(doors, doors.keySet()) + " and r.id = :id"), viewer)
        .bind("id", reviewId)
        .atMostOne(row -> relations(row, doors.keySet()))
        .map(found -> found.orElseGet(() -> EnumSet.noneOf(Relation.class)));
  }

  /** The relations of the viewer to a review; 404 where they may not know of it. */
  public Uni<Set<Relation>> require(Mutiny.Session session, Viewer viewer, UUID reviewId) {
    return relations(session, viewer, reviewId)
        .invoke(
            relations -> {
              if (relations.isEmpty()) {
                throw ReviewRepository.unknown();
              }
            });
  }

  /** Visible reviews in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<Relation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    Map<Relation, String> doors = doors(viewer);
    Set<Relation> wanted = EnumSet.noneOf(Relation.class);
    wanted.addAll(filter.relations());
    wanted.retainAll(doors.keySet());
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    String sql =
        select(doors, wanted)
            + " and r.id > :after"
            + (filter.cycleId() == null ? "" : " and r.cycle_id = :cycle")
            + " order by r.id";
    Rows rows =
        bind(Rows.of(session, sql), viewer)
            .bind("after", after == null ? LOWEST : after)
            .limit(limit);
    if (filter.cycleId() != null) {
      rows.bind("cycle", filter.cycleId());
    }
    return rows.list(row -> Map.entry(row.uuid("id"), relations(row, doors.keySet())))
        .map(ReviewAccess::inOrder);
  }

  /** Those of the reviews that a role of HR opens to the viewer. */
  public Uni<Set<UUID>> throughHr(Mutiny.Session session, Viewer viewer, Set<UUID> reviews) {
    Map<Relation, String> doors = doors(viewer);
    doors.keySet().retainAll(EnumSet.of(Relation.HR, Relation.HR_LEAD));
    if (doors.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    return bind(
            Rows.of(
                session,
                select(doors, doors.keySet())
                    + " and r.id = any (cast(:reviews as uuid[]))"
                    + " and cast(:asked as text) is not null"),
            viewer)
        .bind("reviews", reviews.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }

  /**
   * The clause by which the viewer sees a review, for lists of what belongs to reviews. It reads
   * the alias {@code r}; {@link #bind} sets its parameters. The query reads each of them in every
   * case, whichever doors a role opens.
   */
  public String visible(Viewer viewer) {
    return anyOf(doors(viewer).values().stream().toList());
  }

  /** Sets the parameters of {@link #visible}. */
  public Rows bind(Rows rows, Viewer viewer) {
    return viewer.bind(rows).bind("asked", asked(viewer));
  }

  /** The value of the parameter {@code asked}: what the contributors of a review contain. */
  public String asked(Viewer viewer) {
    return "{\"asked\": [{\"employeeId\": \"" + viewer.employeeId() + "\"}]}";
  }

  private static String select(Map<Relation, String> doors, Set<Relation> wanted) {
    String columns =
        doors.entrySet().stream()
            .map(door -> "%s as \"%s\"".formatted(door.getValue(), door.getKey()))
            .collect(Collectors.joining(", "));
    String any = anyOf(wanted.stream().map(doors::get).map(String::valueOf).toList());
    // Both parameters are read in every case, whichever doors a role opens.
    return "select r.id, %s from review r where %s and cast(:today as date) is not null"
        .formatted(columns, any);
  }

  private static String anyOf(List<String> clauses) {
    return "(" + String.join(" or ", clauses) + ")";
  }

  private static Map<Relation, String> doors(Viewer viewer) {
    Map<Relation, String> doors = new EnumMap<>(Relation.class);
    doors.put(Relation.OWN, "(r.employee_id = :viewer)");
    doors.put(Relation.REVIEWER, reviewer());
    doors.put(Relation.CONTRIBUTOR, "(r.contributors @> cast(cast(:asked as text) as jsonb))");
    if (viewer.has(Roles.MANAGER)) {
      doors.put(Relation.LINE, AccessClauses.lineBelow("r.employee_id"));
    }
    doors.putAll(hrDoors(viewer));
    return doors;
  }

  /** HR's doors alone, for what belongs to a review and isn't everybody's who sees the review. */
  public static Map<Relation, String> hrDoors(Viewer viewer) {
    Map<Relation, String> doors = new EnumMap<>(Relation.class);
    if (viewer.has(Roles.HR)) {
      doors.put(Relation.HR, notRatedByThem(AccessClauses.hrOf("r.employee_id", "r.org_unit")));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(Relation.HR_LEAD, notRatedByThem(AccessClauses.outsideOwnChain("r.employee_id")));
    }
    return doors;
  }

  /**
   * The viewer has the review {@code r}, or acts for whoever does. A delegate comes neither to
   * their own review nor to those of people above them.
   */
  public static String reviewer() {
    return """
    coalesce(r.reviewer_id = :viewer or %s and r.employee_id <> :viewer and not %s, false)
    """
        .formatted(
            AccessClauses.actsFor("r.reviewer_id"), AccessClauses.lineAbove("r.employee_id"));
  }

  /** HR's door is closed to who has, or had, the review: nobody reopens what they rated. */
  private static String notRatedByThem(String door) {
    return """
    (%s and r.reviewer_id is distinct from :viewer and not coalesce(%s, false)
     and (r.submission ->> 'reviewerId') is distinct from cast(cast(:viewer as uuid) as text)
     and not r.past @> jsonb_build_object('reassignments',
           jsonb_build_array(jsonb_build_object('from', cast(cast(:viewer as uuid) as text))))
     and not r.past @> jsonb_build_object('revisions',
           jsonb_build_array(jsonb_build_object('reviewerId', cast(cast(:viewer as uuid) as text))))
     and not r.past @> jsonb_build_object('revisions', jsonb_build_array(jsonb_build_object(
           'submission', jsonb_build_object('reviewerId', cast(cast(:viewer as uuid) as text))))))
    """
        .formatted(door, AccessClauses.actsFor("r.reviewer_id"));
  }

  private static Set<Relation> relations(Row row, Set<Relation> columns) {
    Set<Relation> found = EnumSet.noneOf(Relation.class);
    for (Relation relation : columns) {
      if (row.flag(relation.name())) {
        found.add(relation);
      }
    }
    return found;
  }

  private static <K, V> Map<K, V> inOrder(List<Map.Entry<K, V>> entries) {
    Map<K, V> found = new LinkedHashMap<>();
    entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }
}
