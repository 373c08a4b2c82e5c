package org.evenhand.analytics.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.duty.CharterHandler;

/** Knows the charter in force, as policy-service tells it. */
@ApplicationScoped
class CharterConsumer extends CharterHandler {

  @Override
  public String topic() {
    return "evenhand.internal.charters";
  }
}
