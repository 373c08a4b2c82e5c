package org.evenhand.review.growth.circle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a circle, or asked to come.
 *
 * @param burden what the hours of all meetings so far have asked of them
 * @param wasInNight whether the last one fell into their night
 * @param statusSeen the last change of their status before they were asked
 * @param joinedAt null for who has not, and for who was in it before this was kept
 */
public record Member(
    UUID employeeId,
    Membership membership,
    int burden,
    boolean wasInNight,
    long statusSeen,
    @Nullable Instant joinedAt) {

  public static Member invited(UUID employee, long statusSeen) {
    return new Member(employee, Membership.INVITED, 0, false, statusSeen, null);
  }

  /** Who is new starts like the others do, and isn't asked to make up for what was before them. */
  Member joined(int burdenOfOthers, Instant at) {
    return new Member(employeeId, Membership.JOINED, burdenOfOthers, false, statusSeen, at);
  }

  Member inLine() {
    return new Member(employeeId, Membership.IN_LINE, burden, wasInNight, statusSeen, joinedAt);
  }

  public Member met(int asked, boolean night) {
    return new Member(employeeId, membership, burden + asked, night, statusSeen, joinedAt);
  }

  Member asBefore(LastMeeting.Asked by) {
    return new Member(
        employeeId, membership, burden - by.burden(), by.nightBefore(), statusSeen, joinedAt);
  }

  boolean hasJoined() {
    return membership == Membership.JOINED;
  }

  /** Whether they were in the circle when it met. */
  boolean wasThere(Instant meeting) {
    return hasJoined() && (joinedAt == null || !joinedAt.isAfter(meeting));
  }

  /** Whether they take one of the places, be it that they were asked to. */
  @JsonIgnore
  public boolean isIn() {
    return membership != Membership.IN_LINE;
  }
}
