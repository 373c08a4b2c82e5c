package org.evenhand.policy.consultation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.content.PointedPart;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The policy window. Comments come from many people at once, so they aren't part of the version's
 * own row. Adding one takes only a shared lock of the policy, so that the window can't close
 * meanwhile.
 */
@ApplicationScoped
public class Comments {

  /** The audit's name for a comment. */
  public static final String AGGREGATE = "policy-comment";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final PolicyRepository policies;
  private final CommentRepository comments;
  private final People people;
  private final Clock clock;

  public Comments(
      Mutiny.SessionFactory sessions,
      Steps steps,
      PolicyRepository policies,
      CommentRepository comments,
      People people,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.policies = policies;
    this.comments = comments;
    this.people = people;
    this.clock = clock;
  }

  /** A comment that is being answered, and the window in which it was made. */
  private record CommentContext(Window window, Comment comment) implements Steps.Context {

    @Override
    public Mutiny.Session session() {
      return window.session();
    }

    @Override
    public UUID actor() {
      return window.actor();
    }
  }

  public Uni<Answer> add(VersionAddress address, Remark remark) {
    return steps
        .load(session -> held(session, address))
        .permit(window -> window.caller().requirePerson())
        .add()
        .take(window -> add(window, remark))
        .tell((window, comment) -> List.of(fact(comment, "commented")))
        .answerNow((window, comment) -> created(window, address, comment));
  }

  public Uni<Answer> dispose(
      VersionAddress address, UUID id, @Nullable String ifMatch, Decided decided) {
    return steps
        .load(session -> held(session, address).chain(window -> comment(window, id)))
        .permit(context -> context.window().caller().requirePerson())
        .match(ifMatch, context -> context.comment().lockVersion())
        .takeNow(context -> dispose(context, decided))
        .tell((context, comment) -> List.of(fact(comment, "disposed")))
        .answerNow(
            (context, comment) -> Answer.ok(comment.lockVersion(), context.window().view(comment)));
  }

  private Uni<Comment> add(Window window, Remark remark) {
    var version = window.version();
    version.require(Transition.COMMENTS);
    PointedPart.require(version.content(), remark.pointer(), "/pointer");
    var comment =
        new Comment(Ids.next(), version.id(), remark, version.contentHash(), window.actor(), now());
    return window.session().persist(comment).replaceWith(comment);
  }

  private Comment dispose(CommentContext context, Decided decided) {
    context.window().version().require(Transition.DISPOSITION);
    context.comment().dispose(decided.by(context.actor(), now()));
    return context.comment();
  }

  public Uni<Versioned<CommentView>> one(VersionAddress address, UUID id) {
    return reading(
        address,
        window ->
            comments
                .find(window.session(), window.version().id(), id)
                .map(c -> new Versioned<>(c.lockVersion(), window.view(c))));
  }

  public Uni<Page<CommentView>> all(VersionAddress address, PageRequest page) {
    int limit = page.limit();
    UUID last = page.cursor().map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL);
    return reading(
        address,
        window ->
            comments
                .after(window.session(), window.version().id(), last, limit + 1)
                .map(found -> Page.of(found, limit, c -> Cursor.of(c.id())))
                .map(found -> found.map(window::view)));
  }

  private <T> Uni<T> reading(VersionAddress address, Function<Window, Uni<T>> use) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(caller -> window(session, address, caller))
                .chain(use::apply));
  }

  private Uni<Window> held(Mutiny.Session session, VersionAddress address) {
    return people
        .caller(session)
        .call(caller -> policies.holdShared(session, address.policyId()))
        .chain(caller -> window(session, address, caller));
  }

  private Uni<Window> window(Mutiny.Session session, VersionAddress address, Actor caller) {
    return policies
        .version(session, address, caller.hr())
        .map(version -> new Window(session, version, caller));
  }

  private Uni<CommentContext> comment(Window window, UUID id) {
    return comments
        .find(window.session(), window.version().id(), id)
        .map(comment -> new CommentContext(window, comment));
  }

  static Fact fact(Comment comment, String action) {
    return Fact.noted(AGGREGATE, comment.id(), action, comment.disposition().orElse(null));
  }

  private static Answer created(Window window, VersionAddress address, Comment comment) {
    return Answer.created(uri(address, comment), comment.lockVersion(), window.view(comment));
  }

  private static URI uri(VersionAddress address, Comment comment) {
    return URI.create(address.uri() + "/comments/" + comment.id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
