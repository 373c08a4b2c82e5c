package org.evenhand.policy.consultation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.Answer;
import org.evenhand.kit.data.Audit;
import org.evenhand.kit.web.Cursor;
import org.evenhand.kit.web.Ids;
import org.evenhand.kit.web.Page;
import org.evenhand.kit.web.PageRequest;
import org.evenhand.kit.web.Preconditions;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.Versioned;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The policy window. Comments come from many people at once, so they are no part of the version's
 * own row: adding one only holds the policy shared, so that the window cannot close meanwhile.
 */
@ApplicationScoped
public class Comments {

  /** What an audit trail of a comment is called. */
  public static final String AGGREGATE = "policy-comment";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final PolicyRepository policies;
  private final CommentRepository comments;
  private final People people;
  private final Audit audit;
  private final Clock clock;

  public Comments(
      Mutiny.SessionFactory sessions,
      PolicyRepository policies,
      CommentRepository comments,
      People people,
      Audit audit,
      Clock clock) {
    this.sessions = sessions;
    this.policies = policies;
    this.comments = comments;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  public Uni<Answer> add(VersionAddress address, Remark remark) {
    return writing(
        address,
        window -> {
          UUID author = window.actor().person();
          var version = window.version();
          version.require(Transition.COMMENTS);
          requireAnchor(remark.pointer(), version);
          var comment =
              new Comment(Ids.next(), version.id(), remark, version.contentHash(), author, now());
          return window
              .session()
              .persist(comment)
              .chain(() -> told(window, comment, "commented"))
              .map(done -> Answer.created(uri(address, comment), 0L, window.view(comment)));
        });
  }

  public Uni<Answer> dispose(
      VersionAddress address, UUID id, @Nullable String ifMatch, Decided decided) {
    return writing(
        address,
        window ->
            comments
                .find(window.session(), window.version().id(), id)
                .invoke(window.actor()::person)
                .invoke(comment -> Preconditions.require(ifMatch, comment.lockVersion()))
                .invoke(comment -> window.version().require(Transition.DISPOSITION))
                .invoke(comment -> comment.dispose(decided.by(window.actor().person(), now())))
                .call(comment -> told(window, comment, "disposed"))
                .map(comment -> Answer.ok(comment.lockVersion(), window.view(comment))));
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
        session -> people.caller(session).chain(actor -> window(session, address, actor, use)));
  }

  private <T> Uni<T> writing(VersionAddress address, Function<Window, Uni<T>> use) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .call(actor -> policies.holdShared(session, address.policyId()))
                .chain(actor -> window(session, address, actor, use)));
  }

  private <T> Uni<T> window(
      Mutiny.Session session, VersionAddress address, Actor actor, Function<Window, Uni<T>> use) {
    return policies
        .version(session, address, actor.hr())
        .chain(version -> use.apply(new Window(session, version, actor)));
  }

  private Uni<Void> told(Window window, Comment comment, String action) {
    return window
        .session()
        .flush()
        .chain(
            () ->
                audit.record(
                    window.session(),
                    AGGREGATE,
                    comment.id(),
                    action,
                    window.actor().person().toString(),
                    comment.disposition().orElse(null)));
  }

  private static void requireAnchor(String pointer, PolicyVersion version) {
    JsonNode part = null;
    if (pointer.isEmpty() || pointer.startsWith("/")) {
      part = CanonicalContent.tree(version.content()).at(JsonPointer.compile(pointer));
    }
    if (part == null || part.isMissingNode()) {
      throw Problem.of(PolicyProblem.ANCHOR_UNKNOWN, "The pointer leads nowhere in the content.")
          .with(Violation.at("/pointer", "is not a part of the content"));
    }
  }

  private static URI uri(VersionAddress address, Comment comment) {
    return URI.create(address.uri() + "/comments/" + comment.id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
