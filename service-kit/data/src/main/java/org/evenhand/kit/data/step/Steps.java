package org.evenhand.kit.data.step;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.evenhand.kit.web.request.Preconditions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a person changes something. Each stage offers only the next one, so all
 * changes refuse in the order of the conventions. Everything runs in one transaction: a change
 * whose facts can't be written isn't made.
 *
 * <pre>{@code
 * steps
 *     .load(session -> context(session, id))           403 caller unknown, 404 not visible
 *     .permit(context -> requireReviewer(context))     403 visible, but not theirs
 *     .match(ifMatch, context -> version(context))      428, 412
 *     .take(context -> submit(context, wanted))        409 the state, 422 a rule
 *     .tell((context, submitted) -> facts(context))    events and audit, with the new version
 *     .answer((context, submitted) -> view(context))
 * }</pre>
 */
@ApplicationScoped
public class Steps {

  /** What a step works with: the loaded aggregate, and the person who takes the step. */
  public interface Context {

    Mutiny.Session session();

    /** Our id of the person who takes the step. */
    UUID actor();

    /** Who it was, as events and audit keep it; a system takes steps under its client's id. */
    default String author() {
      return actor().toString();
    }
  }

  /** The aggregate is there, and the caller may see it. */
  public interface Loaded<C extends Context> {

    /**
     * @param permission fails with 403 where the step isn't the caller's
     */
    Permitted<C> permit(Consumer<C> permission);

    /** For a step that everyone who sees the aggregate may take. */
    Permitted<C> permitAll();
  }

  /** The caller may take the step. */
  public interface Permitted<C extends Context> {

    /**
     * For a change of what is there: the caller has to have read this version.
     *
     * @param version for optimistic locking, as the ETag says it
     */
    Matched<C> match(@Nullable String ifMatch, ToLongFunction<C> version);

    /**
     * For what is made by its first version: that one needs no If-Match, and whoever names a
     * version of what is gone is refused.
     *
     * @param version empty where nothing is there yet
     */
    Matched<C> matchIfThere(@Nullable String ifMatch, Function<C, OptionalLong> version);

    /** For an addition, which overwrites nothing that somebody has read. */
    Matched<C> add();
  }

  /** The caller knows what the step changes. */
  public interface Matched<C extends Context> {

    /**
     * @param step fails with 409 or 422
     */
    <R> Taken<C, R> take(Function<C, Uni<R>> step);

    /** A step that needs nothing of the database. */
    default <R> Taken<C, R> takeNow(Function<C, R> step) {
      return take(context -> Uni.createFrom().item(() -> step.apply(context)));
    }

    /** Changes nothing: for questions to other services before the step is taken. */
    <R> Uni<R> look(Function<C, R> look);
  }

  /** The step is taken; its facts aren't written yet. */
  public interface Taken<C extends Context, R> {

    /**
     * @param facts asked after the flush, because events carry the version after the change; none
     *     where nothing changed
     */
    Told<C, R> tell(BiFunction<C, R, List<Fact>> facts);
  }

  /** Everything is written; the answer is missing. */
  public interface Told<C extends Context, R> {

    <A> Uni<A> answer(BiFunction<C, R, Uni<A>> answer);

    /** An answer that needs nothing more of the database. */
    default <A> Uni<A> answerNow(BiFunction<C, R, A> answer) {
      return answer((context, result) -> Uni.createFrom().item(answer.apply(context, result)));
    }
  }

  private final Mutiny.SessionFactory sessions;
  private final Journal journal;

  public Steps(Mutiny.SessionFactory sessions, Journal journal) {
    this.sessions = sessions;
    this.journal = journal;
  }

  /**
   * @param load finds the caller and the aggregate; fails with 403 or 404
   */
  public <C extends Context> Loaded<C> load(Function<Mutiny.Session, Uni<C>> load) {
    return new Before<>(this, load);
  }

  private record Before<C extends Context>(Steps steps, Function<Mutiny.Session, Uni<C>> context)
      implements Loaded<C>, Permitted<C>, Matched<C> {

    @Override
    public Permitted<C> permit(Consumer<C> permission) {
      return checked(permission);
    }

    @Override
    public Permitted<C> permitAll() {
      return this;
    }

    @Override
    public Matched<C> match(@Nullable String ifMatch, ToLongFunction<C> version) {
      return checked(found -> Preconditions.require(ifMatch, version.applyAsLong(found)));
    }

    @Override
    public Matched<C> matchIfThere(@Nullable String ifMatch, Function<C, OptionalLong> version) {
      return checked(
          found -> {
            OptionalLong present = version.apply(found);
            if (present.isPresent()) {
              Preconditions.require(ifMatch, present.getAsLong());
            } else {
              Preconditions.requireNone(ifMatch);
            }
          });
    }

    @Override
    public Matched<C> add() {
      return this;
    }

    private Before<C> checked(Consumer<C> check) {
      return new Before<>(steps, session -> context.apply(session).invoke(check));
    }

    @Override
    public <R> Taken<C, R> take(Function<C, Uni<R>> step) {
      return facts -> new After<>(this, step, facts);
    }

    @Override
    public <R> Uni<R> look(Function<C, R> look) {
      return steps.sessions.withTransaction(session -> context.apply(session).map(look));
    }
  }

  private record After<C extends Context, R>(
      Before<C> before, Function<C, Uni<R>> step, BiFunction<C, R, List<Fact>> facts)
      implements Told<C, R> {

    @Override
    public <A> Uni<A> answer(BiFunction<C, R, Uni<A>> answer) {
      return before.steps.sessions.withTransaction(
          session ->
              before
                  .context
                  .apply(session)
                  .chain(
                      context ->
                          step.apply(context)
                              .call(result -> told(context, result))
                              .chain(result -> answer.apply(context, result))));
    }

    private Uni<Void> told(C context, R result) {
      return before.steps.journal.write(
          context.session(), context.author(), () -> facts.apply(context, result));
    }
  }
}
