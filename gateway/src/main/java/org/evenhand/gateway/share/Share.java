package org.evenhand.gateway.share;

import java.util.HashMap;
import java.util.Map;
import org.evenhand.gateway.Refusals;
import org.evenhand.gateway.Refusals.Reason;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** A scarce resource: how much there is in all, and how much of it one caller may have. */
final class Share {

  private final String name;
  private final long inAll;
  private final long each;
  private final Refusals refusals;
  private final Map<String, Long> taken = new HashMap<>();
  private long used;

  Share(String name, long inAll, long each, Refusals refusals) {
    this.name = name;
    this.inAll = inAll;
    this.each = each;
    this.refusals = refusals;
  }

  /**
   * @return what gives it back
   * @throws Problem when the caller, or all together, would have too much
   */
  synchronized Runnable take(String caller, long amount) {
    long of = taken.getOrDefault(caller, 0L);
    if (of + amount > each) {
      refusals.count(Reason.SHARE, name);
      throw Problem.of(
          CommonProblem.TOO_MANY_REQUESTS,
          "As many " + name + " of this caller are under way as one may have: wait for some.");
    }
    if (used + amount > inAll) {
      refusals.count(Reason.FULL, name);
      throw Problem.of(CommonProblem.BUSY, "Too many " + name + " are under way: try again.");
    }
    used += amount;
    taken.put(caller, of + amount);
    return () -> giveBack(caller, amount);
  }

  synchronized long used() {
    return used;
  }

  private synchronized void giveBack(String caller, long amount) {
    used -= amount;
    taken.computeIfPresent(caller, (who, of) -> of > amount ? of - amount : null);
  }
}
