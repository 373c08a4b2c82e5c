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
import java.util.Collection;
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

  /** In the order in which they were asked. */
  @JdbcTypeCode(SqlTypes.JSON)
  private List<Member> members = List.of();

  @Column(name = "next_meeting")
  private @Nullable Instant nextMeeting;

  @Column(name = "meetings_held")
  private int meetingsHeld;

  protected CoachingCircle() {}

  /** Whoever founds it has joined; the others are asked. */
  public CoachingCircle(UUID id, String theme, UUID founder, Collection<UUID> others) {
    this.id = id;
    this.theme = theme;
    this.state = OF_CIRCLES.begun(CircleState.FORMING);
    this.members =
        Stream.concat(
                Stream.of(Member.invited(founder).joined(0)), others.stream().map(Member::invited))
            .toList();
  }

  public void invite(UUID employee) {
    members = Stream.concat(members.stream(), Stream.of(Member.invited(employee))).toList();
  }

  public void join(UUID employee) {
    int burden =
        members.stream().filter(Member::hasJoined).mapToInt(Member::burden).min().orElse(0);
    change(employee, member -> member.joined(burden));
    settle();
  }

  public void leave(UUID employee) {
    members = members.stream().filter(each -> !each.employeeId().equals(employee)).toList();
    settle();
  }

  public void close() {
    state = OF_CIRCLES.moved(state, CircleState.CLOSED);
    nextMeeting = null;
  }

  public void plan(Instant meeting) {
    nextMeeting = meeting;
  }

  /**
   * @param asked what its hour asked of each
   */
  public void met(UnaryOperator<Member> asked) {
    members = members.stream().map(each -> each.hasJoined() ? asked.apply(each) : each).toList();
    meetingsHeld++;
    nextMeeting = null;
  }

  /**
   * Follows people.
   *
   * @param gone who work here no more
   * @param lines who have a line to somebody that was there before them
   */
  public void follow(Set<UUID> gone, Set<UUID> lines) {
    members =
        members.stream()
            .filter(each -> !gone.contains(each.employeeId()))
            // Whoever only was asked never was there.
            .filter(each -> each.hasJoined() || !lines.contains(each.employeeId()))
            .map(each -> lines.contains(each.employeeId()) ? each.inLine() : each)
            .toList();
    settle();
  }

  private void change(UUID employee, UnaryOperator<Member> to) {
    members =
        members.stream()
            .map(each -> each.employeeId().equals(employee) ? to.apply(each) : each)
            .toList();
  }

  /** What follows from how many have joined. */
  private void settle() {
    CircleState next = state(size());
    if (next != state) {
      state = OF_CIRCLES.moved(state, next);
    }
    if (next != CircleState.ACTIVE) {
      nextMeeting = null;
    }
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
        .filter(step -> step != CircleStep.MEETING || nextMeeting != null)
        .map(CircleStep::operation)
        .filter(allowed::contains)
        .toList();
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

  public int meetingsHeld() {
    return meetingsHeld;
  }
}
