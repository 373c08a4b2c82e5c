package org.evenhand.local.process;

import java.nio.file.Path;

/** The JDK that runs this program also runs every other part. */
public final class Jdk {
  private Jdk() {}

  public static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  public static Path java() {
    return home().resolve("bin").resolve("java");
  }
}
