package org.evenhand.calibration.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.place.PlaceHandler;

/** Knows the days of the places where people work, as review-service tells them. */
@ApplicationScoped
class PlaceConsumer extends PlaceHandler {

  @Override
  public String topic() {
    return "evenhand.internal.places";
  }
}
