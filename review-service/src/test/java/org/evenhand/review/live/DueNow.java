package org.evenhand.review.live;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import org.evenhand.kit.data.due.DueRunner;

/** Due work, run now and not when the second is over; what fails, later as always. */
public final class DueNow {

  private DueNow() {}

  public static void run() {
    try {
      VertxContextSupport.subscribeAndAwait(
          () ->
              Arc.container()
                  .instance(DueRunner.class)
                  .get()
                  .runDue()
                  .onFailure()
                  .recoverWithItem(0));
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }
}
