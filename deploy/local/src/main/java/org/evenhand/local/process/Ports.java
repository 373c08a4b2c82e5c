package org.evenhand.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where each part listens on 127.0.0.1. */
public record Ports(
    int gateway,
    int policy,
    int review,
    int calibration,
    int analytics,
    int keycloak,
    int postgres,
    int kafka,
    int kafkaController) {

  public static final String HOST = "127.0.0.1";

  public static Ports usual() {
    return new Ports(8080, 8081, 8082, 8083, 8084, 8180, 5433, 9092, 9093);
  }

  /** Nine ports in a row, in the order of the components. */
  public static Ports from(int base) {
    return new Ports(
        base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6, base + 7, base + 8);
  }

  /**
   * @param service such as "review"
   */
  public int of(String service) {
    return switch (service) {
      case "policy" -> policy;
      case "review" -> review;
      case "calibration" -> calibration;
      case "analytics" -> analytics;
      case "gateway" -> gateway;
      default -> throw new IllegalArgumentException(service);
    };
  }

  public String asText() {
    return Stream.of(
            gateway,
            policy,
            review,
            calibration,
            analytics,
            keycloak,
            postgres,
            kafka,
            kafkaController)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** The reverse of {@link #asText}. */
  public static Ports ofText(String text) {
    int[] all = Stream.of(text.strip().split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Ports(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8]);
  }

  /** Whether PostgreSQL is up, without which no service can do anything. */
  public boolean postgresAnswers() {
    return !free(postgres);
  }

  /** Says in one sentence which ports are taken; called before any of our parts runs. */
  public void requireFree() {
    List<String> taken = new ArrayList<>();
    byPart()
        .forEach(
            (part, port) -> {
              if (!free(port)) {
                taken.add(port + " (" + part + ")");
              }
            });
    if (!taken.isEmpty()) {
      throw new Trouble(
          (taken.size() == 1 ? "Port " : "Ports ")
              + String.join(", ", taken)
              + (taken.size() == 1 ? " is" : " are")
              + " taken by another program; stop it, or start with --port-base 18000");
    }
  }

  private Map<String, Integer> byPart() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("gateway", gateway);
    ports.put("policy-service", policy);
    ports.put("review-service", review);
    ports.put("calibration-service", calibration);
    ports.put("analytics-service", analytics);
    ports.put("Keycloak", keycloak);
    ports.put("PostgreSQL", postgres);
    ports.put("Kafka", kafka);
    ports.put("Kafka's controller", kafkaController);
    return ports;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // Sockets of a run that has just ended linger in TIME_WAIT; they don't take the port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
