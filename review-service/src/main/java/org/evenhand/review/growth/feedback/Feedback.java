package org.evenhand.review.growth.feedback;

import static org.evenhand.review.growth.feedback.FeedbackLifecycle.OF_FEEDBACK;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has said to one colleague or several. Its words never change, they are added to;
 * once they are taken back or hidden they are gone for everybody, so that nothing can return.
 */
@Entity
@Table(name = "feedback")
public class Feedback {

  /** How long its author can take it back. */
  public static final Duration RETRACTABLE = Duration.ofHours(24);

  private static final int MOST_ADDITIONS = 10;

  @Id private UUID id;

  @Version private long version;

  @Column(name = "author_id", updatable = false)
  private UUID authorId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private FeedbackKind kind;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private FeedbackVisibility visibility;

  /** The request that it answers. */
  @Column(name = "request_id", updatable = false)
  private @Nullable UUID requestId;

  /** Who made that request. */
  @Column(name = "asker_id", updatable = false)
  private @Nullable UUID askerId;

  @Column(updatable = false)
  private @Nullable String criterion;

  /** A value of the company that it is about, where it is about no criterion. */
  @Column(name = "company_value")
  private @Nullable String companyValue;

  @Enumerated(EnumType.STRING)
  private FeedbackState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable FeedbackWords words;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Addition> additions = List.of();

  @OneToMany(mappedBy = "feedback", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
  @OrderBy("ordinal")
  private List<Recipient> recipients = new ArrayList<>();

  /** All recipients have it open to everybody. */
  @Column(name = "is_public")
  private boolean open;

  /** From when on the recipient reads it at the latest; null from the beginning. */
  @Column(name = "opens_at")
  private @Nullable Instant opensAt;

  @Column(name = "given_at", updatable = false)
  private Instant givenAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Removal removal;

  protected Feedback() {}

  /**
   * What it is about and for whom it is written.
   *
   * @param value a value of the company, in its words; null where it is about a criterion
   */
  public record Subject(
      FeedbackKind kind,
      FeedbackVisibility visibility,
      @Nullable String criterion,
      @Nullable String value) {}

  /**
   * The request that it answers.
   *
   * @param opensAt from when on the recipient reads it at the latest; null from the beginning
   */
  public record Answered(UUID requestId, UUID asker, @Nullable Instant opensAt) {}

  public Feedback(
      UUID id,
      UUID author,
      Subject subject,
      FeedbackWords words,
      List<Addressee> to,
      @Nullable Answered answered,
      Instant at) {
    this.id = id;
    this.authorId = author;
    this.kind = subject.kind();
    this.visibility = subject.visibility();
    this.criterion = subject.criterion();
    this.companyValue = subject.value();
    this.requestId = answered == null ? null : answered.requestId();
    this.askerId = answered == null ? null : answered.asker();
    this.opensAt = answered == null ? null : answered.opensAt();
    this.state = OF_FEEDBACK.begun(FeedbackState.GIVEN);
    this.words = words;
    this.givenAt = at;
    for (int i = 0; i < to.size(); i++) {
      recipients.add(new Recipient(this, i, to.get(i)));
    }
    this.open = isOpenToAll();
  }

  /**
   * @throws Problem 422 where it holds as much as it can
   */
  public void add(Addition addition) {
    if (additions.size() >= MOST_ADDITIONS) {
      throw Problem.of(
          CommonProblem.RULE_VIOLATED, "It is added to " + MOST_ADDITIONS + " times at most.");
    }
    if (state == FeedbackState.GIVEN) {
      become(FeedbackState.ADDED_TO);
    }
    additions = Stream.concat(additions.stream(), Stream.of(addition)).toList();
  }

  public void openTo(UUID recipient, Collection<UUID> readers) {
    known(recipient).openTo(readers);
  }

  /** Read by everybody once each recipient has said so. */
  public void openToEverybody(UUID recipient) {
    known(recipient).openToEverybody();
    open = isOpenToAll();
  }

  /** Whoever asked about them lets them read it before its day. */
  public void openToRecipients(Instant at) {
    opensAt = at;
  }

  public void showToHr(UUID recipient, Instant at) {
    known(recipient).showToHr(at);
  }

  public void cite(UUID recipient, UUID review) {
    known(recipient).cite(review);
  }

  private Recipient known(UUID recipient) {
    return recipient(recipient).orElseThrow();
  }

  private boolean isOpenToAll() {
    return recipients.stream().allMatch(Recipient::everybody);
  }

  public void retract(Instant at) {
    remove(FeedbackState.RETRACTED, new Removal(null, null, at));
  }

  public void hide(HidingReason reason, String role, Instant at) {
    remove(FeedbackState.HIDDEN, new Removal(reason, role, at));
  }

  /** What it was about may have been said in free words, so that goes too. */
  private void remove(FeedbackState gone, Removal why) {
    become(gone);
    removal = why;
    words = null;
    companyValue = null;
    additions = List.of();
  }

  private void become(FeedbackState next) {
    state = OF_FEEDBACK.moved(state, next);
  }

  /** What state and time allow, whoever asks. */
  public Set<FeedbackAction> allowed(Instant at) {
    Set<FeedbackAction> actions = EnumSet.noneOf(FeedbackAction.class);
    List<String> operations = OF_FEEDBACK.operations(state);
    for (FeedbackAction action : FeedbackAction.values()) {
      if (operations.contains(action.operation())
          && (action != FeedbackAction.RETRACTION || isFresh(at))) {
        actions.add(action);
      }
    }
    return actions;
  }

  private boolean isFresh(Instant at) {
    return at.isBefore(givenAt.plus(RETRACTABLE));
  }

  /**
   * @throws Problem 409 that names what is allowed instead
   */
  public void require(FeedbackAction action, Instant at) {
    Set<FeedbackAction> allowed = allowed(at);
    if (!allowed.contains(action)) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              action == FeedbackAction.RETRACTION && state.isReadable()
                  ? "It could be taken back for " + RETRACTABLE.toHours() + " hours."
                  : "Feedback that is %s does not allow %s.".formatted(state, action.operation()))
          .allowing(allowed.stream().map(FeedbackAction::operation).toList());
    }
  }

  public UUID id() {
    return id;
  }

  /** That of the words and of what everybody may know. */
  public long version() {
    return version;
  }

  /** What a reader may know of has this version: what a recipient does shows in their own alone. */
  public long versionFor(UUID reader) {
    return version + recipient(reader).map(Recipient::version).orElse(0L);
  }

  public UUID authorId() {
    return authorId;
  }

  public FeedbackKind kind() {
    return kind;
  }

  public FeedbackVisibility visibility() {
    return visibility;
  }

  public Optional<UUID> requestId() {
    return Optional.ofNullable(requestId);
  }

  public boolean isAskedBy(UUID person) {
    return person.equals(askerId);
  }

  public Optional<String> criterion() {
    return Optional.ofNullable(criterion);
  }

  public Optional<String> value() {
    return Optional.ofNullable(companyValue);
  }

  public FeedbackState state() {
    return state;
  }

  public Optional<FeedbackWords> words() {
    return Optional.ofNullable(words);
  }

  public List<Addition> additions() {
    return additions;
  }

  public List<Recipient> recipients() {
    return recipients;
  }

  public Optional<Recipient> recipient(UUID person) {
    return recipients.stream().filter(one -> one.employeeId().equals(person)).findFirst();
  }

  public Optional<Instant> opensAt() {
    return Optional.ofNullable(opensAt);
  }

  public Instant givenAt() {
    return givenAt;
  }

  public Optional<Removal> removal() {
    return Optional.ofNullable(removal);
  }
}
