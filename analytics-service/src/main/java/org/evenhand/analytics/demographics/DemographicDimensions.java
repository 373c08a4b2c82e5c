package org.evenhand.analytics.demographics;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.directory.PersonsListener;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which protected attributes are looked at, with which values, and where they may be kept. */
@ApplicationScoped
public class DemographicDimensions implements PersonsListener {

  private static final String PAGE = "from Dimension d where d.key > :after order by d.key";

  private final Mutiny.SessionFactory sessions;
  private final PendingChanges changes;
  private final Journal journal;

  DemographicDimensions(Mutiny.SessionFactory sessions, PendingChanges changes, Journal journal) {
    this.sessions = sessions;
    this.changes = changes;
    this.journal = journal;
  }

  /** All dimensions, by key. */
  public Uni<List<Dimension>> all(Mutiny.Session session) {
    return session.createQuery("from Dimension d order by d.key", Dimension.class).getResultList();
  }

  /**
   * The dimension with this key among all.
   *
   * @throws Problem DIMENSION_UNKNOWN naming those that there are
   */
  public static Dimension require(Collection<Dimension> all, String key) {
    return all.stream()
        .filter(dimension -> dimension.key().equals(key))
        .findFirst()
        .orElseThrow(() -> unknown(all));
  }

  /**
   * Withdraws what these persons have declared, as far as it has no basis where they work now.
   * While everything is counted anew they may only once have worked there: then nothing is, until
   * {@linkplain #everyoneMoved all are where they are now}.
   */
  @Override
  public Uni<Void> personsMoved(Mutiny.Session session, Collection<UUID> employees) {
    return employees.isEmpty()
        ? Uni.createFrom().voidItem()
        : changes.withdrawWithoutBasis(session, employees);
  }

  /** Withdraws whatever anybody has declared that has no basis where they work now. */
  public Uni<Void> everyoneMoved(Mutiny.Session session) {
    return changes.withdrawWithoutBasis(session);
  }

  Uni<DimensionView> find(String key) {
    return sessions.withTransaction(this::all).map(all -> DimensionView.of(require(all, key)));
  }

  Uni<Page<DimensionView>> list(PageRequest page) {
    return sessions.withTransaction(
        session ->
            session
                .createQuery(PAGE, Dimension.class)
                .setParameter("after", page.cursor().map(cursor -> cursor.text(0)).orElse(""))
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .map(found -> found.stream().map(DimensionView::of).toList())
                .map(views -> Page.of(views, page.limit(), view -> Cursor.of(view.key()))));
  }

  /** Defines a dimension or redefines it; values that it no longer allows are withdrawn. */
  Uni<Answer> put(String key, DimensionBody body, @Nullable String ifMatch, String actor) {
    DimensionRules.check(key, body);
    return sessions.withTransaction(
        session ->
            CountingLock.aloneAtOnce(session)
                .chain(() -> session.find(Dimension.class, key))
                .map(Optional::ofNullable)
                .chain(
                    found ->
                        found.isPresent()
                            ? redefine(session, found.get(), body, ifMatch)
                            : define(session, key, body))
                .call(answer -> record(session, key, body, actor)));
  }

  private static Uni<Answer> define(Mutiny.Session session, String key, DimensionBody body) {
    Dimension created = new Dimension(key, body.label(), body.vocabulary(), body.toCountries());
    return session
        .persist(created)
        .chain(session::flush)
        .map(
            done ->
                Answer.created(
                    URI.create("/v1/demographic-dimensions/" + key),
                    created.version(),
                    DimensionView.of(created)));
  }

  private Uni<Answer> redefine(
      Mutiny.Session session, Dimension known, DimensionBody body, @Nullable String ifMatch) {
    Preconditions.require(ifMatch, known.version());
    known.redefine(body.label(), body.vocabulary(), body.toCountries());
    return session
        .flush()
        .chain(() -> changes.withdrawWithoutBasis(session, known.key()))
        .map(done -> Answer.ok(known.version(), DimensionView.of(known)));
  }

  private Uni<Void> record(Mutiny.Session session, String key, DimensionBody body, String actor) {
    UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return journal.write(
        session, actor, () -> List.of(Fact.noted("demographic-dimension", id, "defined", body)));
  }

  private static Problem unknown(Collection<Dimension> all) {
    String known = all.stream().map(Dimension::key).collect(Collectors.joining(", "));
    return Problem.of(
            AnalyticsProblem.DIMENSION_UNKNOWN,
            known.isEmpty() ? "No dimension has been defined yet." : "Known dimensions: " + known)
        .with(NOT_FOUND.parameter("dimension", "is not the key of a dimension"));
  }
}
