package org.evenhand.review.growth.circle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the meeting that was recorded last has asked of each, so that it can be taken back if it was
 * recorded by mistake.
 */
public record LastMeeting(Instant startsAt, List<Asked> asked) {

  /**
   * Of a member.
   *
   * @param nightBefore whether the meeting before fell into their night
   */
  public record Asked(UUID employeeId, int burden, boolean nightBefore) {

    static Asked between(Member before, Member after) {
      return new Asked(before.employeeId(), after.burden() - before.burden(), before.wasInNight());
    }
  }

  public LastMeeting {
    asked = List.copyOf(asked);
  }

  /** Who has come anew since then begins anew. */
  Member withoutIt(Member member) {
    Optional<Asked> of =
        asked.stream().filter(each -> each.employeeId().equals(member.employeeId())).findFirst();
    return member.wasThere(startsAt) ? of.map(member::asBefore).orElse(member) : member;
  }
}
