package org.evenhand.gateway.routing;

import io.vertx.core.net.SocketAddress;
import java.net.URI;

/** One service behind the gateway. */
public record Upstream(String name, URI address) {

  public boolean tls() {
    return "https".equals(address.getScheme());
  }

  public int port() {
    return address.getPort() > 0 ? address.getPort() : tls() ? 443 : 80;
  }

  public String host() {
    return address.getHost();
  }

  public SocketAddress socket() {
    return SocketAddress.inetSocketAddress(port(), host());
  }
}
