package org.evenhand.local.journey.api;

import java.util.UUID;

/**
 * Takes a transition as every client should: reads the object, then posts to its sub-resource with
 * the version that was read and a key of its own, so that a repeat has one effect.
 */
public final class Decide {
  private final Api who;

  public Decide(Api who) {
    this.who = who;
  }

  /** Without a body. */
  public Answer on(String object, String transition) {
    return call(object, transition).send();
  }

  public Answer on(String object, String transition, Object body) {
    return call(object, transition).json(body).send();
  }

  private Call call(String object, String transition) {
    return who.post(object + "/" + transition)
        .ifMatch(who.get(object).send().expect(200).etag())
        .idempotencyKey(UUID.randomUUID().toString());
  }
}
