package org.evenhand.policy.replay;

import static org.evenhand.policy.replay.ReplayState.DONE;
import static org.evenhand.policy.replay.ReplayState.FAILED;
import static org.evenhand.policy.replay.ReplayState.REQUESTED;
import static org.evenhand.policy.replay.ReplayState.RUNNING;
import static org.evenhand.policy.replay.ReplayState.STALE;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The lifecycle of a replay. All of it comes by itself. */
public final class ReplayLifecycle implements LifecycleSource {

  static final Lifecycle<ReplayState> OF_REPLAYS =
      Lifecycle.startingAt(REQUESTED)
          .becomes(REQUESTED, RUNNING)
          .becomes(REQUESTED, DONE)
          .becomes(REQUESTED, FAILED)
          .becomes(REQUESTED, STALE)
          .becomes(RUNNING, RUNNING)
          .becomes(RUNNING, DONE)
          .becomes(RUNNING, FAILED)
          .becomes(RUNNING, STALE)
          .becomes(DONE, STALE)
          .build();

  @Override
  public String schema() {
    return "ImpactReplay";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_REPLAYS;
  }
}
