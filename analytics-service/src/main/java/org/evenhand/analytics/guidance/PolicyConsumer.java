package org.evenhand.analytics.guidance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores what each announced policy version expects of a distribution. The content of a version
 * never changes again, so the event of its taking effect repeats the same.
 */
@ApplicationScoped
public class PolicyConsumer implements EventHandler {

  public static final String TOPIC = "evenhand.policies";

  /**
   * The two types that carry the whole version. Later events of a version change no earlier cycle.
   */
  private static final Set<String> WHOLE_VERSION =
      Set.of("org.evenhand.policy.announced.v1", "org.evenhand.policy.effective.v1");

  private final Guidances guidances;

  PolicyConsumer(Guidances guidances) {
    this.guidances = guidances;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Map<String, PolicyGuidance> told = new LinkedHashMap<>();
    for (ReceivedEvent event : batch) {
      if (WHOLE_VERSION.contains(event.type())) {
        PolicyGuidance row = event.as(PolicyVersion.class).toRow();
        told.put(row.policyId() + "/" + row.version(), row);
      }
    }
    return told.isEmpty()
        ? Uni.createFrom().voidItem()
        : guidances.keep(session, List.copyOf(told.values()));
  }
}
