package org.evenhand.analytics.objection;

import static org.evenhand.analytics.objection.ObjectionState.DECLINED;
import static org.evenhand.analytics.objection.ObjectionState.OPEN;
import static org.evenhand.analytics.objection.ObjectionState.UPHELD;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of an objection: it is answered once. */
public final class ObjectionLifecycle implements LifecycleSource {

  public static final String ANSWER = "answerRaterObjection";

  static final Lifecycle<ObjectionState> OF_OBJECTIONS =
      Lifecycle.startingAt(OPEN).may(OPEN, ANSWER, UPHELD, DECLINED).build();

  @Override
  public String schema() {
    return "RaterObjection";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_OBJECTIONS;
  }
}
