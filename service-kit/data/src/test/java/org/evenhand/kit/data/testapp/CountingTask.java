package org.evenhand.kit.data.testapp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers what ran. */
@ApplicationScoped
public class CountingTask implements DueTask {

  public static final String KIND = "count";

  private final DueWork dueWork;
  private final List<UUID> order = Collections.synchronizedList(new ArrayList<>());
  private final Set<UUID> failing = new HashSet<>();
  private final Map<UUID, Instant> repeating = new HashMap<>();

  public CountingTask(DueWork dueWork) {
    this.dueWork = dueWork;
  }

  public void reset() {
    order.clear();
    failing.clear();
    repeating.clear();
  }

  public void fail(UUID subject, boolean fails) {
    if (fails) {
      failing.add(subject);
    } else {
      failing.remove(subject);
    }
  }

  public void repeat(UUID subject, Instant at) {
    repeating.put(subject, at);
  }

  public long runs(UUID subject) {
    return order.stream().filter(subject::equals).count();
  }

  public List<UUID> order() {
    return List.copyOf(order);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID subject) {
    if (failing.contains(subject)) {
      throw new IllegalStateException("not today");
    }
    order.add(subject);
    Instant again = repeating.remove(subject);
    return again == null
        ? Uni.createFrom().voidItem()
        : dueWork.schedule(session, KIND, subject, again);
  }
}
