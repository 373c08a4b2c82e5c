package org.evenhand.policy.replay;

import java.time.Instant;
import java.util.List;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.impact.ReplayRules;

/**
 * How far people can know what a draft would have changed.
 *
 * @param replays all of the draft, in the order in which they were asked for
 * @param rules those of the draft as it is now
 * @param missing whether what it changes can be replayed, and no replay shows it
 * @param at when
 */
public record ReplayStanding(
    List<ImpactReplay> replays, ReplayRules rules, boolean missing, Instant at) {

  /** Of a draft. One that failed has told nothing. */
  private static final int MOST = 3;

  private static final int MOST_WITH_FAILED = 10;

  public boolean isRunning() {
    return replays.stream().anyMatch(replay -> replay.isAwaited(at));
  }

  public boolean isFull() {
    long telling = replays.stream().filter(replay -> !replay.hasFailed(at)).count();
    return telling >= MOST || replays.size() >= MOST_WITH_FAILED;
  }

  /** Whether a replay has told what there is to know, so that nothing is left to be waived. */
  public boolean isTold() {
    return !missing && !told().isEmpty();
  }

  /** Those that have told something of the draft as it is now, however it displeases. */
  List<ImpactReplay> told() {
    return told(replays, rules);
  }

  static List<ImpactReplay> told(List<ImpactReplay> replays, ReplayRules rules) {
    return replays.stream().filter(replay -> replay.tellsOf(rules)).toList();
  }

  /**
   * @throws Problem 409
   */
  public void requireRoom() {
    if (isFull()) {
      throw Problem.of(
          PolicyProblem.TOO_MANY_REPLAYS,
          "A draft is replayed %d times at most, stale ones included.".formatted(MOST));
    }
  }

  /**
   * @throws Problem 409
   */
  public void requireUntold() {
    if (isTold()) {
      throw Problem.of(
          PolicyProblem.REPLAY_DONE,
          "A replay with the rules of the draft has told what they change.");
    }
  }

  /**
   * What comes afterwards would be read by those alone who haven't signed yet.
   *
   * @throws Problem 409
   */
  void requireNoneRunning() {
    if (isRunning()) {
      throw Problem.of(
          PolicyProblem.REPLAY_RUNNING, "A replay with the rules of the draft isn't over yet.");
    }
  }
}
