package org.evenhand.attack.slow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Target;
import org.evenhand.attack.wire.WireAnswer;

/** A caller who asks for {@code /v1/me} again and again while others misbehave. */
final class Bystander implements AutoCloseable {

  private final Target target;
  private final Caller caller;
  private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> refused = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread = new Thread(this::ask, "bystander");
  private volatile boolean done;

  Bystander(Target target, Caller caller) {
    this.target = target;
    this.caller = caller;
    thread.start();
  }

  private void ask() {
    while (!done) {
      WireAnswer answer = target.get(caller, "/v1/me");
      times.add(answer.took());
      if (answer.status() != 200) {
        refused.add(answer.status());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Duration worst() {
    return Collections.max(List.copyOf(times));
  }

  int asked() {
    return times.size();
  }

  List<Integer> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() throws InterruptedException {
    done = true;
    thread.join();
  }
}
