package org.evenhand.local.keycloak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Secrets of the local stack: derived from the name of their owner, so that nobody takes them for
 * real ones. The services refuse them in every profile but dev, test and local.
 */
public final class LocalSecrets {
  public static final String DEMO_CLIENT = "evenhand-demo";
  public static final String DEMO_PASSWORD = "evenhand-local";
  public static final String ADMIN = "admin";
  public static final String ADMIN_PASSWORD = "local-only-admin";

  private static final List<String> CLIENTS =
      List.of("hris", "insight", "policy", "review", "calibration", "analytics", "gateway");

  private LocalSecrets() {}

  public static String ofClient(String clientId) {
    return "local-only-" + clientId;
  }

  /** What the placeholders of the realm stand for here. */
  static Map<String, String> placeholders() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String client : CLIENTS) {
      values.put(
          "EVENHAND_" + client.toUpperCase(Locale.ROOT) + "_SECRET",
          ofClient("evenhand-" + client));
    }
    values.put("EVENHAND_UI_REDIRECT_URI", "http://localhost:*");
    values.put("EVENHAND_DOCS_REDIRECT_URI", "http://127.0.0.1:*");
    values.put("EVENHAND_UI_WEB_ORIGIN", "*");
    return values;
  }
}
