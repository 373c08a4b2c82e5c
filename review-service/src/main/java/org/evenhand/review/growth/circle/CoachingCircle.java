package org.evenhand.review.growth.circle;

import static org.evenhand.review.growth.circle.CircleLifecycle.OF_CIRCLES;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Some who coach one another, without a line between any two of them. */
@Entity
@Table(name = "coaching_circle")
public class CoachingCircle {

  public static final int LEAST = 3;
  public static final int MOST = 8;

  @Id private UUID id;

  @Version private long version;

  @Enumerated(EnumType.STRING)
  private CircleState state;

  @Column(updatable = false)
  private String theme;

  /** Those who have joined in that order, and behind them the others as they were asked. */
  @JdbcTypeCode(SqlTypes.JSON)
  private List<Member> members = List.of();

  @Column(name = "next_meeting")
  private @Nullable Instant nextMeeting;

  @Column(name = "meetings_held")
  private int meetingsHeld;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "last_meeting")
  private @Nullable LastMeeting lastMeeting;

  protected CoachingCircle() {}

  /** Whoever founds it, the first of them, has joined; the others are asked. */
  public CoachingCircle(UUID id, String theme, List<Member> invited, Instant at) {
    this.id = id;
    this.theme = theme;
    this.state = OF_CIRCLES.begun(CircleState.FORMING);
    this.members =
        Stream.concat(
                invited.stream().limit(1).map(founder -> founder.joined(0, at)),
                invited.stream().skip(1))
            .toList();
  }

  /** Also whoever had to leave because of a line that is no more. */
  public void invite(Member invited) {
    members = Stream.concat(others(invited.employeeId()), Stream.of(invited)).toList();
  }

  public void join(UUID employee, Instant at) {
    int burden =
        members.stream().filter(Member::hasJoined).mapToInt(Member::burden).min().orElse(0);
    members =
        Stream.of(
                others(employee).filter(Member::hasJoined),
                members.stream()
                    .filter(each -> each.employeeId().equals(employee))
                    .map(each -> each.joined(burden, at)),
                others(employee).filter(each -> !each.hasJoined()))
            .flatMap(each -> each)
            .toList();
    settle(at);
  }

  public void leave(UUID employee, Instant at) {
    members = others(employee).toList();
    settle(at);
  }

  private Stream<Member> others(UUID employee) {
    return members.stream().filter(each -> !each.employeeId().equals(employee));
  }

  public void close() {
    state = OF_CIRCLES.moved(state, CircleState.CLOSED);
    nextMeeting = null;
  }

  public void plan(Instant meeting) {
    nextMeeting = meeting;
  }

  /**
   * Those who were members then have met, whoever has come since.
   *
   * @param asked what its hour asked of each
   */
  public void met(UnaryOperator<Member> asked) {
    Instant meeting = nextMeeting().orElseThrow();
    lastMeeting =
        new LastMeeting(
            meeting,
            members.stream()
                .filter(each -> each.wasThere(meeting))
                .map(each -> LastMeeting.Asked.between(each, asked.apply(each)))
                .toList());
    members =
        members.stream().map(each -> each.wasThere(meeting) ? asked.apply(each) : each).toList();
    meetingsHeld++;
    nextMeeting = null;
  }

  public void cancelNext() {
    nextMeeting = null;
  }

  /** It was recorded by mistake: nothing is left of what it asked of anybody. */
  public void takeBackLast() {
    LastMeeting last = lastMeeting().orElseThrow();
    members = members.stream().map(last::withoutIt).toList();
    meetingsHeld--;
    lastMeeting = null;
  }

  /**
   * Follows people.
   *
   * @param gone who have left, be it that they are back
   * @param lines who have a line to somebody that was there before them
   */
  public void follow(Set<UUID> gone, Set<UUID> lines, Instant at) {
    members =
        members.stream()
            .filter(each -> !gone.contains(each.employeeId()))
            // Whoever only was asked never was there.
            .filter(each -> each.hasJoined() || !lines.contains(each.employeeId()))
            .map(each -> lines.contains(each.employeeId()) ? each.inLine() : each)
            .toList();
    settle(at);
  }

  /** What follows from how many have joined. What took place before that waits to be recorded. */
  private void settle(Instant at) {
    CircleState next = state(size());
    if (next != state) {
      state = OF_CIRCLES.moved(state, next);
    }
    if (next != CircleState.ACTIVE && (next != CircleState.PAUSED || !hasBegun(at))) {
      nextMeeting = null;
    }
  }

  /** Whether its hour has come, so that it may have taken place. */
  public boolean hasBegun(Instant at) {
    return nextMeeting != null && !nextMeeting.isAfter(at);
  }

  private CircleState state(int joined) {
    if (joined == 0 || state == CircleState.CLOSED) {
      return CircleState.CLOSED;
    }
    if (joined >= LEAST) {
      return CircleState.ACTIVE;
    }
    return state == CircleState.FORMING ? CircleState.FORMING : CircleState.PAUSED;
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409
   */
  public void require(CircleStep step) {
    OF_CIRCLES.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  /** The steps that are both allowed by the state and open to somebody. */
  public List<String> open(Membership membership) {
    List<String> allowed = OF_CIRCLES.operations(state);
    return Stream.of(CircleStep.values())
        .filter(step -> step.isOf(membership))
        .filter(this::hasWhatItTakes)
        .map(CircleStep::operation)
        .filter(allowed::contains)
        .toList();
  }

  private boolean hasWhatItTakes(CircleStep step) {
    return switch (step) {
      case MEETING -> nextMeeting != null;
      case CANCELLATION -> nextMeeting != null || lastMeeting != null;
      default -> true;
    };
  }

  public Optional<Membership> membership(UUID employee) {
    return members.stream()
        .filter(each -> each.employeeId().equals(employee))
        .map(Member::membership)
        .findFirst();
  }

  /** How many have joined. */
  public int size() {
    return (int) members.stream().filter(Member::hasJoined).count();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CircleState state() {
    return state;
  }

  public String theme() {
    return theme;
  }

  public List<Member> members() {
    return members;
  }

  public Optional<Instant> nextMeeting() {
    return Optional.ofNullable(nextMeeting);
  }

  public Optional<LastMeeting> lastMeeting() {
    return Optional.ofNullable(lastMeeting);
  }

  public int meetingsHeld() {
    return meetingsHeld;
  }
}
