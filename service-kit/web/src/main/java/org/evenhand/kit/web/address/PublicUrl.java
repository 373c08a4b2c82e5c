package org.evenhand.kit.web.address;

import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The address of the gateway as clients and subscribers know it, from {@code evenhand.public-url}.
 * The types of problems and the schemas of events live under it, and resolve there.
 */
public final class PublicUrl {

  private static final String PROPERTY = "evenhand.public-url";

  private PublicUrl() {}

  /**
   * @param path from the gateway's root on, with its slash: {@code /problems/not-found}
   */
  public static URI of(String path) {
    String base = ConfigProvider.getConfig().getValue(PROPERTY, String.class);
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
