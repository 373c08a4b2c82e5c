package org.evenhand.gateway.feed;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.evenhand.gateway.GatewayConfig;

/** Of tests without a gateway: as many readers, and a day for tombstones where Kafka says none. */
final class FeedSettings {

  private FeedSettings() {}

  static GatewayConfig with(int readers) {
    Map<String, Object> feed = Map.of("readers", readers, "tombstonesKept", Duration.ofDays(1));
    return answering(
        GatewayConfig.class, Map.of("feed", answering(GatewayConfig.Feed.class, feed)));
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
