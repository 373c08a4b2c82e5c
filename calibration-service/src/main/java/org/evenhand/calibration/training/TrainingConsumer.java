package org.evenhand.calibration.training;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.training.TrainingHandler;
import org.evenhand.kit.data.training.TrainingListener;

/** Keeps what policy-service tells of training. */
@ApplicationScoped
class TrainingConsumer extends TrainingHandler {

  private final List<TrainingListener> listeners;

  TrainingConsumer(@All List<TrainingListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public String topic() {
    return "evenhand.internal.training";
  }

  @Override
  protected List<TrainingListener> listeners() {
    return listeners;
  }
}
