package org.evenhand.local.postgres;

/** A database of one part, owned by a role of the same name; nobody else may connect to it. */
public record Database(String name, int port) {
  public String role() {
    return name;
  }

  /** For this machine only: the server listens on the loopback alone. */
  public String password() {
    return "local-only-" + name;
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  public String reactiveUrl() {
    return "postgresql://127.0.0.1:" + port + "/" + name;
  }
}
