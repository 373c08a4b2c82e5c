package org.evenhand.review.growth.catalogue.matching;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.catalogue.CatalogueEntry;
import org.evenhand.review.growth.catalogue.CatalogueEntryView;
import org.evenhand.review.growth.catalogue.CatalogueReading;
import org.evenhand.review.growth.catalogue.CatalogueRepository;
import org.evenhand.review.growth.catalogue.matching.CatalogueMatches.CatalogueMatch;
import org.evenhand.review.growth.plan.PlanRepository;
import org.evenhand.review.growth.plan.access.PlanContext;
import org.evenhand.review.growth.plan.access.PlanContexts;
import org.evenhand.review.growth.plan.access.PlanRelation;
import org.evenhand.review.growth.plan.terms.Gap;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlannedAction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Looks through the catalogue for what somebody asks. */
@ApplicationScoped
class Matching {

  /** What anybody can compute anew. */
  private static final String TIE =
      "encode(sha256(convert_to("
          + "cast(:seed as text) || ' ' || cast(c.id as text), 'UTF8')), 'hex')";

  private static final String PAGE =
      """
      select c.id, c.sorts_on, %1$s as tie
      from catalogue_entry c
      where c.state = 'PUBLISHED' and c.sorts_on >= :today
        and (c.seats is null or c.seats_taken < c.seats)
        and c.sorts_on >= cast(:day as date)
        and (c.sorts_on, %1$s)
          > (cast(:day as date), cast(:tie as text))
        and %2$s
      order by c.sorts_on, tie
      """;

  private record Found(UUID id, LocalDate day, String tie) {}

  private record Hit(Found found, CatalogueMatch match) {}

  private final Mutiny.SessionFactory sessions;
  private final CatalogueRepository catalogue;
  private final CatalogueReading reading;
  private final PlanContexts plans;
  private final Access access;

  Matching(
      Mutiny.SessionFactory sessions,
      CatalogueRepository catalogue,
      CatalogueReading reading,
      PlanContexts plans,
      Access access) {
    this.sessions = sessions;
    this.catalogue = catalogue;
    this.reading = reading;
    this.plans = plans;
    this.access = access;
  }

  /**
   * @param plan one's own, whose gaps are looked for
   */
  Uni<CatalogueMatches> find(
      Function<List<String>, MatchQuery> asked, @Nullable UUID plan, PageRequest page) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        gaps(session, viewer, plan)
                            .map(asked)
                            .chain(query -> find(session, viewer, query, page))));
  }

  private Uni<List<String>> gaps(Mutiny.Session session, Viewer viewer, @Nullable UUID plan) {
    return plan == null
        ? Uni.createFrom().item(List.of())
        : plans.of(session, plan, viewer).map(Matching::gaps);
  }

  /** Of somebody else's plan nobody looks for what they lack. */
  private static List<String> gaps(PlanContext context) {
    if (!context.relations().contains(PlanRelation.OWN)) {
      throw PlanRepository.unknown();
    }
    Stream<Gap> planned =
        context.plan().terms().map(PlanTerms::actions).orElse(List.of()).stream()
            .map(PlannedAction::gap)
            .filter(Objects::nonNull);
    List<String> gaps =
        Stream.concat(planned, context.plan().gaps().stream())
            .map(Gap::criterion)
            .distinct()
            .sorted()
            .toList();
    if (gaps.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "This plan names no gap.")
          .with(INCONSISTENT.parameter("plan", "names no gap"));
    }
    return gaps;
  }

  private Uni<CatalogueMatches> find(
      Mutiny.Session session, Viewer viewer, MatchQuery query, PageRequest page) {
    return bind(Rows.of(session, sql(query)), query, viewer.today(), page)
        .list(row -> new Found(row.uuid("id"), row.day("sorts_on"), row.text("tie")))
        .chain(found -> hits(session, viewer, query, found))
        .map(hits -> Page.of(hits, page.limit(), last -> cursor(last.found(), query.seed())))
        .map(
            hits ->
                new CatalogueMatches(
                    query.seed(), hits.items().stream().map(Hit::match).toList(), hits.next()));
  }

  static String sql(MatchQuery query) {
    return PAGE.formatted(TIE, query.clauses());
  }

  static Rows bind(Rows rows, MatchQuery query, LocalDate today, PageRequest page) {
    return query
        .bind(rows)
        .bind("seed", query.seed())
        .bind("today", today)
        .bind("day", page.cursor().map(cursor -> cursor.day(0)).orElse(LocalDate.EPOCH))
        .bind("tie", page.cursor().map(cursor -> cursor.text(1)).orElse(""))
        .limit(page.limit() + 1);
  }

  private static Cursor cursor(Found last, String seed) {
    return Cursor.of(last.day(), last.tie(), seed);
  }

  private Uni<List<Hit>> hits(
      Mutiny.Session session, Viewer viewer, MatchQuery query, List<Found> found) {
    return catalogue
        .byIds(session, found.stream().map(Found::id).toList())
        .chain(
            entries ->
                reading
                    .views(session, viewer, entries)
                    .map(views -> hits(query, found, entries, views)));
  }

  private static List<Hit> hits(
      MatchQuery query,
      List<Found> found,
      List<CatalogueEntry> entries,
      List<CatalogueEntryView> views) {
    Map<UUID, CatalogueEntry> byId =
        entries.stream().collect(Collectors.toMap(CatalogueEntry::id, Function.identity()));
    Map<UUID, CatalogueEntryView> shown =
        views.stream().collect(Collectors.toMap(CatalogueEntryView::id, Function.identity()));
    return found.stream()
        .map(
            each -> {
              CatalogueEntry entry = Objects.requireNonNull(byId.get(each.id()));
              return new Hit(
                  each,
                  new CatalogueMatch(
                      Objects.requireNonNull(shown.get(each.id())),
                      query.why(entry.content(), entry.seatsLeft().orElse(null))));
            })
        .toList();
  }
}
