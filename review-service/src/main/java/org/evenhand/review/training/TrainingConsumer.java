package org.evenhand.review.training;

import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.training.TrainingHandler;

/** Keeps what policy-service tells of training. */
@ApplicationScoped
class TrainingConsumer extends TrainingHandler {

  @Override
  public String topic() {
    return "evenhand.internal.training";
  }
}
